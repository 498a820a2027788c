/**
 * The properties that were really given. The component library's types, unlike ours, take an absent property but not
 * one that is there and undefined.
 */
export function given<T extends object>(properties: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  // Object.entries forgets which key has which type; only undefined ones are left out.
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
