module.exports = require('../local/lint/eslintConfig.cjs')(__dirname);
