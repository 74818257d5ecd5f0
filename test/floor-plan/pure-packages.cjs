/** @type {readonly string[]} Packages that are functions of their arguments, as pure files are: these alone may a pure file import. */
const purePackages = ['@noble/hashes', 'entities', 'htmlparser2', 'ipaddr.js', 'safe-stable-stringify', 'zod']

module.exports = { purePackages }
