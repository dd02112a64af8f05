module.exports = require('./lint/eslintConfig.cjs')(__dirname);
