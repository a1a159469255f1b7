// Lints the texts in a JSON file with wikilint; prints the number of findings and the CPU seconds.
// Usage: node wikilint.cjs FOLDER_OF_NODE_MODULES TEXTS.json
const fs = require("fs");
const { createRequire } = require("module");
const Parser = createRequire(process.argv[2] + "/")("wikilint");
Parser.config = "enwiki";
const texts = JSON.parse(fs.readFileSync(process.argv[3], "utf8"));
const before = process.cpuUsage();
let findings = 0;
for (const text of texts) findings += Parser.parse(text, false).lint().length;
const used = process.cpuUsage(before);
console.log(JSON.stringify({ findings, seconds: (used.user + used.system) / 1e6 }));
