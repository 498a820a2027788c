/**
 * What is worked out when somebody first asks for it, and then kept. A rule looks at a few of the many facts of an order;
 * gathering all of them for each was two thirds of what a step read (640 queries an order, `docs/benchmarks.md`).
 * Beware: spreading an object with such getters asks for everything.
 */
export function once<T>(work: () => T): () => T {
  let known: { readonly value: T } | undefined
  return () => (known ??= { value: work() }).value
}
