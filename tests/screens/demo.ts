import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '#contract/client'
import { contract, type Api } from '#contract/index'
import { instantOf, localDate, millisOf } from '#domain/dates'
import { createHost, type Host } from '#host/create-host'
import { buildDemo } from '#host/demo/build-demo'
import { serveHttp } from '#host/http'
import { silentLogger } from '#host/log'
import { resources } from '#host/resources'

/** The same station on every machine, seen at the same moment: old parts of a month wait for their box. */
export const until = localDate('2026-11-05')
export const moment = millisOf(instantOf(until, '15:20'))

/** A station served to browsers; `api` acts with the rights of 命令行. */
export type Served = { readonly host: Host; readonly api: Api; readonly newAddress: () => string; readonly close: () => Promise<void> }

export async function serve(host: Host, rendererDir: string): Promise<Served> {
  const http = await serveHttp(host, { rendererDir })
  const api: Api = createClient(
    contract,
    (call) => host.route(call, { id: 'screens', kind: 'cli', userId: null }),
    () => crypto.randomUUID(),
  )
  return {
    host,
    api,
    newAddress: http.newAddress,
    close: async () => {
      await http.close()
      await host.close()
    },
  }
}

/** A demo station in a folder of its own. */
export async function openDemo(rendererDir: string, orders = 240): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'sanbao-screens-'))
  const file = join(folder, 'station.sqlite')
  await buildDemo({ file, orders, seed: 7, until, resources: resources() })
  const served = await serve(await createHost({ dbFile: file, clock: () => moment, logger: silentLogger }), rendererDir)
  return {
    ...served,
    close: async () => {
      await served.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
