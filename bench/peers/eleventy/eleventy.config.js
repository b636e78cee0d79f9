export default function (config) {
  config.addWatchTarget("./innovations/");
  return { dir: { input: ".", includes: "_includes", data: "_data", output: process.env.BENCH_OUT } };
}
