// SPDX-License-Identifier: BSL-1.0
// node check.mjs SCHEMA FOLDER OUT: every *.json in FOLDER fits the schema, a document that is broken in any of many ways
// does not; every *.vl.json fits Vega-Lite's own schema and is drawn by it without a warning, into OUT; every *.csv has the
// columns and rows that Vega's reader finds in it.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [schemaFile, folder, out] = process.argv.slice(2);
const require = createRequire(join(process.cwd(), "package.json"));
const Ajv = require("ajv");
const vega = require("vega");
const vegaLite = require("vega-lite");

let faults = 0;
const fail = (text) => {
    console.error("FAULT: " + text);
    ++faults;
};
const must = (holds, text) => holds || fail(text);
const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const files = readdirSync(folder).sort();

// Documents.
const fits = new Ajv({ strict: true, strictRequired: false, strictTypes: false, allowUnionTypes: true }).compile(read(schemaFile));
const documents = files.filter((f) => f.endsWith(".json") && !f.endsWith(".vl.json") && f !== "cdf_201.json");
const kinds = new Set();
for (const file of documents) {
    const text = readFileSync(join(folder, file), "utf8");
    must(!/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/.test(text), `${file}: a character that steers`);
    const document = JSON.parse(text);
    kinds.add(document.kind);
    must(fits(document), `${file}: ${JSON.stringify(fits.errors)}`);
}
must(kinds.size === 3, "not every kind of document was written");

// Each change breaks the schema.
const broken = {
    "outcome.json": [
        (d) => delete d.headway,
        (d) => (d.schema_version = 2),
        (d) => (d.schema_version = "1"),
        (d) => (d.kind = "forecast"),
        (d) => (d.kind = "outcome"),
        (d) => (d.more = 1),
        (d) => (d.rows = {}),
        (d) => d.rows.push({}),
        (d) => (d.rows[0].draws = -1),
        (d) => (d.rows[0].draws = 1.5),
        (d) => (d.rows[0].p50 = 1),
        (d) => (d.rows[0].p50.value = "yesterday"),
        (d) => delete d.rows[0].p50.seconds_since_1970,
        (d) => delete d.rows[0].p5,
        (d) => (d.rows[0].probability_never.value = 1.01),
        (d) => (d.rows[0].mean.standard_error = -1),
        (d) => (d.rows[0].standard_deviation.value = "infinite"),
        (d) => (d.rows[0].other = true),
    ],
    "forecast.json": [
        (d) => delete d.inputs[0].belief,
        (d) => (d.inputs[0].path = "also"),
        (d) => (d.inputs[0].belief.notation = ""),
        (d) => (d.inputs[0].belief.components = []),
        (d) => (d.inputs[0].belief.components[0].weight = -1),
        (d) => (d.inputs[0].belief.p5 = { value: "3" }),
        (d) => delete d.inputs[0].figure.id,
        (d) => (d.inputs[0].read = "yes"),
        (d) => (d.outputs = []),
        (d) => delete d.over_time,
        (d) => delete d.correlations,
        (d) => (d.correlated = true),
    ],
    "forecast_correlated.json": [
        (d) => (d.correlations = []),
        (d) => (d.correlated = false),
        (d) => (d.correlations[0].coefficient = 1.1),
        (d) => delete d.correlations[0].coefficient,
        (d) => (d.correlations[0].kind = "strong"),
        (d) => d.correlations[0].inputs.pop(),
        (d) => (d.correlations[0].inputs[1] = d.correlations[0].inputs[0]),
        (d) => (d.correlations[0].of = "ranks"),
    ],
    "assumptions.json": [
        (d) => delete d.assumptions[0].belief,
        (d) => (d.assumptions[0].name = ""),
        (d) => (d.assumptions[0].belief = 3),
        (d) => (d.assumptions[0].Note = "x"),
        (d) => (d.assumptions[0].as_of = "soon"),
        (d) => (d.assumptions = null),
    ],
};
for (const [file, changes] of Object.entries(broken)) {
    for (const change of changes) {
        const document = read(join(folder, file));
        change(document);
        must(!fits(document), `${file} is taken after ${change}`);
    }
}

// Correlations are of inputs that there are, and of every kind.
const { correlations, inputs } = read(join(folder, "forecast_correlated.json"));
const names = new Set(inputs.map((input) => input.name));
must(correlations.every((c) => c.inputs.every((name) => names.has(name))), "a correlation is of no input");
must(new Set(correlations.map((c) => c.kind)).size === 2, "not every kind of correlation was written");

// What a forecasting site refuses.
const cdf = read(join(folder, "cdf_201.json")).continuous_cdf;
must(cdf.length === 201, "the cdf has not 201 values");
for (let i = 0; i + 1 < cdf.length; ++i) {
    const step = Math.round((cdf[i + 1] - cdf[i]) * 1e9) / 1e9;
    must(step >= 0.00005 && step <= 0.2, `step ${i} of the cdf is ${step}`);
}

// Charts. Vega-Lite's schema is draft-07; it uses formats that a validator without them would refuse.
const lite = new Ajv({ strict: false, validateFormats: false }).compile(require("vega-lite/build/vega-lite-schema.json"));
const charts = files.filter((f) => f.endsWith(".vl.json"));
must(charts.length >= 19, `${charts.length} charts`);
// Marks carry their row as an accessible name; those without extent are not seen.
const drawn = (svg) => (svg.match(/<(path|line|text) aria-label="[^>]*? (d="M[^"]{12,}|[xy]2="-?[1-9])/g) ?? []).length;
for (const file of charts) {
    const spec = read(join(folder, file));
    must(lite(spec), `${file}: ${JSON.stringify(lite.errors?.slice(0, 3))}`);
    const said = [];
    const logger = { level: () => logger, error: say, warn: say, info: () => logger, debug: () => logger };
    function say(...words) {
        said.push(words.join(" "));
        return logger;
    }
    const { spec: compiled } = vegaLite.compile(spec, { logger });
    const view = new vega.View(vega.parse(compiled), { renderer: "none", logger });
    const svg = await view.toSVG();
    must(said.length === 0, `${file} is drawn with warnings: ${said.join("; ")}`);
    must(!/NaN|undefined/.test(svg), `${file}: NaN or undefined in the picture`);
    const marks = drawn(svg);
    must(marks >= 3, `${file}: ${marks} marks`);
    writeFileSync(join(out, file.replace(".vl.json", ".svg")), svg);
    // A chart whose data are lost is found.
    const empty = structuredClone(spec);
    for (const row of empty.data.values) for (const name of Object.keys(row)) if (typeof row[name] === "number") delete row[name];
    for (const plot of empty.vconcat ?? [empty]) for (const layer of plot.layer) delete layer.data;
    const blank = await new vega.View(vega.parse(vegaLite.compile(empty, { logger }).spec), { renderer: "none", logger }).toSVG();
    must(drawn(blank) < marks, `${file}: as many marks without data`);
}

// Tables: numbers are numbers, and every column can be named in a specification.
for (const file of files.filter((f) => f.endsWith(".csv"))) {
    const rows = vega.read(readFileSync(join(folder, file), "utf8"), { type: "csv", parse: "auto" });
    const header = readFileSync(join(folder, file), "utf8").split("\r\n")[0].split(",");
    must(rows.length > 0, `${file}: no rows`);
    for (const column of header) {
        must(/^[A-Za-z][A-Za-z0-9_]*$/.test(column), `${file}: the header ${column}`);
        const { spec } = vegaLite.compile({
            data: { values: rows },
            mark: "point",
            encoding: { x: { field: column, type: "nominal" } },
        });
        const view = new vega.View(vega.parse(spec), { renderer: "none" });
        await view.runAsync();
        const domain = view.scale("x").domain();
        must(domain.length > 0 && domain.every((v) => v !== undefined), `${file}: Vega-Lite loses the column ${column}`);
    }
    for (const row of rows) {
        must(row.draws > 0 && typeof row.draws === "number", `${file}: draws are no number`);
    }
}
console.log(`${documents.length} documents, ${Object.values(broken).flat().length} broken ones, ${charts.length} charts`);
process.exit(faults === 0 ? 0 : 1);
