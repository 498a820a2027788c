/** In the tree workers run from their TypeScript source; the bundle puts them beside main.js under the same name. */
export function workerFile(name: string): URL {
  return new URL(`./${name}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)
}
