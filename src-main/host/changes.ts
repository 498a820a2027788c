type Listener = (topics: readonly string[]) => void

/** After-commit topics (feature names) to every connected seat. */
export function createChanges() {
  const listeners = new Set<Listener>()
  return {
    publish(topics: readonly string[]): void {
      for (const listener of listeners) listener(topics)
    },
    subscribe(listener: Listener): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export type Changes = ReturnType<typeof createChanges>
