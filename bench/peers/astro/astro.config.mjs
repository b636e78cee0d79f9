import { defineConfig } from "astro/config";

export default defineConfig({
  site: "https://portal-contoh.example.org",
  outDir: process.env.BENCH_OUT ?? "./dist",
  devToolbar: { enabled: false },
});
