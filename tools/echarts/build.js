// Makes assets/echarts.js, the part of ECharts that the explorer loads, with its licences and their checksums: `make echarts`.
// The same versions make the same bytes.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const { version } = JSON.parse(readFileSync(join(here, "node_modules/echarts/package.json"), "utf8"));

// Pages refuse to read text as markup (Trusted Types), and ECharts asks for it where it only wants something emptied, or
// shown. As text it does what is needed: a tooltip is made of elements by the page's own script.
const plain = {
  name: "no markup from text",
  setup(made) {
    made.onLoad({ filter: /[\\/](echarts|zrender)[\\/]lib[\\/].*\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(/\.innerHTML\b/g, ".textContent"),
      loader: "js"
    }));
  }
};

const banner =
  `/*! Apache ECharts ${version}, a part of it, changed: no innerHTML. Apache License 2.0; made by tools/echarts/build.js of ` +
  "Open Work Report. Licences: echarts-licence, beside this file. */";
const { outputFiles } = await build({
  absWorkingDir: here,
  entryPoints: ["entry.js"],
  bundle: true,
  minify: true,
  format: "iife",
  globalName: "echarts",
  target: "es2019",
  define: { "process.env.NODE_ENV": '"production"' },
  legalComments: "none",
  banner: { js: banner },
  plugins: [plain],
  write: false
});
const vendor = join(root, "workreport/charts/vendor/echarts");
const licences = ["NOTICE", "LICENSE", "LICENSE-zrender", "LICENSE-d3"].map((name) => readFileSync(join(vendor, name), "utf8").trim());
const files = {
  "echarts.js": outputFiles[0].contents,
  "echarts-licence.txt": Buffer.from(licences.join(`\n\n${"=".repeat(80)}\n\n`) + "\n")
};
const sums = Object.entries(files).map(([name, data]) => {
  writeFileSync(join(root, "assets", name), data);
  return `${createHash("sha256").update(data).digest("hex")}  assets/${name}\n`;
});
writeFileSync(join(here, "SHA256SUMS"), sums.join(""));
