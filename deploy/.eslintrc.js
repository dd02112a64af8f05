module.exports = require('../packages/local/lint/eslintConfig.cjs')(__dirname);
