/** Work that takes its time, such as drawing a batch's papers: no transaction is open while it runs. */
export type Errand = () => Promise<void>

/** Something that goes on in time: each value it yields is the moment (ms) at which it wants to go on, or what has to be done first. */
export type Life = Generator<number | Errand, void, void>

type Entry = { readonly at: number; readonly turn: number; readonly life: Life }

/** What happens at the station in the order of time; at the same moment who came first goes first. A binary heap. */
export function createAgenda() {
  const heap: Entry[] = []
  let turns = 0

  const earlier = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.turn < b.turn)

  function lift(start: number): void {
    let index = start
    while (index > 0) {
      const parent = (index - 1) >> 1
      if (!swapIfEarlier(index, parent)) return
      index = parent
    }
  }

  function sink(): void {
    let index = 0
    for (;;) {
      const [left, right] = [2 * index + 1, 2 * index + 2]
      const [leftEntry, rightEntry] = [heap[left], heap[right]]
      if (leftEntry === undefined) return
      const child = rightEntry !== undefined && earlier(rightEntry, leftEntry) ? right : left
      if (!swapIfEarlier(child, index)) return
      index = child
    }
  }

  function swapIfEarlier(child: number, parent: number): boolean {
    const [below, above] = [heap[child], heap[parent]]
    if (below === undefined || above === undefined || !earlier(below, above)) return false
    heap[child] = above
    heap[parent] = below
    return true
  }

  function add(at: number, life: Life): void {
    heap.push({ at, turn: (turns += 1), life })
    lift(heap.length - 1)
  }

  function take(): Entry | undefined {
    const [first] = heap
    const last = heap.pop()
    if (first === undefined || last === undefined || heap.length === 0) return first
    heap[0] = last
    sink()
    return first
  }

  return { add, take, nextAt: (): number => heap[0]?.at ?? Number.POSITIVE_INFINITY }
}

export type Agenda = ReturnType<typeof createAgenda>
