/** Opens a host on a file, reads one page, rests, and says how long it took and what it holds: `node start-child.ts FILE`. */
import { performance } from 'node:perf_hooks'
import { setTimeout as rest } from 'node:timers/promises'

export type StartAnswer = {
  readonly load: number
  readonly host: number
  readonly page: number
  readonly desk: number
  readonly idle: number
}

const [file = ''] = process.argv.slice(2)
const began = performance.now()
const { commandLine, createHost } = await import('#host/create-host')
const { silentLogger } = await import('#host/log')
const { benchNow } = await import('./big-station-data.ts')
const loaded = performance.now()
const host = await createHost({ dbFile: file, clock: benchNow, logger: silentLogger })
const ready = performance.now()
host.now(
  'workOrders',
  'list',
  {
    offset: 0,
    limit: 100,
    sort: [{ column: 'reportedAt', direction: 'desc' }],
    text: '',
    filter: { statuses: [], nature: null, technicianId: null, view: 'all' },
  },
  commandLine,
  '',
)
const read = performance.now()
host.now('home', 'summary', {}, commandLine, '')
const desk = performance.now()
process.stdout.write(
  `${JSON.stringify({ load: loaded - began, host: ready - loaded, page: read - ready, desk: desk - read, idle: 0 } satisfies StartAnswer)}\n`,
)
await rest(1500)
process.stdout.write(`${JSON.stringify({ idle: process.memoryUsage.rss() })}\n`)
await host.close()
