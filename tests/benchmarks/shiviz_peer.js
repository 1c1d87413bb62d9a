// Times ShiViz's own parse and layout of a log: node shiviz_peer.js CHECKOUT LOG
// CHECKOUT is a copy of its repository. What it draws on is stubbed, so that no page is built.
"use strict";

const fs = require("fs");
const path = require("path");
const vm = require("vm");

const FILES = [
  "util/exception", "util/regexp", "graph/graphEvent", "graph/abstractGraph", "graph/abstractNode",
  "model/vectorTimestamp", "model/logEvent", "model/modelNode", "model/modelGraph", "model/parser",
  "visualization/visualNode", "visualization/visualEdge", "visualization/layout",
  "visualization/visualGraph",
];
const PARSER = "(?<host>\\S*) (?<clock>{.*})\\n(?<event>.*)";

const element = {};
for (const name of ["attr", "append", "text", "remove", "css", "addClass"]) {
  element[name] = () => element;
}
const world = vm.createContext({
  console,
  $: () => element,
  document: { createElementNS: () => element },
  Util: { svgElement: () => element },
  Global: { HOST_SIZE: 25, HOST_SQUARE_SIZE: 25, HIDDEN_EDGE_LENGTH: 40 },
});
const [checkout, log] = process.argv.slice(2);
for (const name of FILES) {
  const file = path.join(checkout, "js", `${name}.js`);
  if (fs.existsSync(file)) vm.runInContext(fs.readFileSync(file, "utf8"), world, file);
}

world.text = fs.readFileSync(log, "utf8");
world.parser = PARSER;
const now = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const start = now();
vm.runInContext("parsed = new LogParser(text, null, new NamedRegExp(parser, 'm'));", world);
const read = now();
vm.runInContext(
  `graph = new ModelGraph(parsed.getLogEvents(""));
  order = { getHostColor: () => "#000", getHostsAndFilter: (hosts) => hosts };
  picture = new VisualGraph(graph, new SpaceTimeLayout(1000, 45), order);
  edges = graph.getNodes().reduce((sum, node) => sum + node.getChildren().length, 0);`,
  world,
);
const laid = now();
const events = vm.runInContext("graph.getNodes().length", world);
const edges = vm.runInContext("edges", world);
console.log(JSON.stringify({ events, edges, parse_s: read - start, layout_s: laid - read }));
