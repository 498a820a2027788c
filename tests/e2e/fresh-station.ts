import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveHttp } from '#host/http'
import { silentLogger } from '#host/log'
import { openStationHost } from '#host/station-host'
import { rendererDir, test as base } from './station.ts'

/** A folder in which nothing is yet, opened as the program opens it. */
export const test = base.extend<{ address: string }>({
  address: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'sanbao-first-'))
    const host = await openStationHost({ dbFile: join(folder, 'station.sqlite'), createIfMissing: true, logger: silentLogger })
    const http = await serveHttp(host, { rendererDir })
    await use(http.newAddress())
    await http.close()
    await host.close()
    rmSync(folder, { recursive: true, force: true })
  },
})
test.use({ contextOptions: { reducedMotion: 'reduce' } })
