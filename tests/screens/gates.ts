import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setUpStep } from '#contract/session'
import { silentLogger } from '#host/log'
import { openStationHost } from '#host/station-host'
import { moment, serve, type Served } from './demo.ts'
import type { Gate } from './place.ts'
import { signInAt } from './sign-in-at.ts'

const chief = { name: '王振华', pin: '9001' } as const

/** What stands before the pages: pairing, sign-in, the first run and a station that cannot be opened; and a station that has nothing yet. */
export async function openGates(
  rendererDir: string,
  demo: Served,
): Promise<{ readonly gates: readonly Gate[]; readonly empty: Served; readonly close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'sanbao-gates-'))
  const open = async (name: string) =>
    serve(
      await openStationHost({
        dbFile: join(folder, name, 'station.sqlite'),
        createIfMissing: true,
        logger: silentLogger,
        clock: () => moment,
      }),
      rendererDir,
    )
  const [fresh, founded, empty] = [await open('fresh'), await open('founded'), await open('empty')]
  for (const { api } of [founded, empty])
    await api.session.setUp({
      kind: 'empty',
      stationCode: 'NJ0001',
      stationName: '示例市江北摩托服务站',
      chiefName: chief.name,
      pin: chief.pin,
    })
  await empty.api.session.setUpStep({ step: null })
  await founded.api.backups.make({})
  cpSync(join(folder, 'founded', 'backups'), join(folder, 'broken', 'backups'), { recursive: true })
  const [copy = ''] = readdirSync(join(folder, 'broken', 'backups')).filter((name) => name.endsWith('.db'))
  writeFileSync(join(folder, 'broken', 'station.sqlite'), readFileSync(join(folder, 'broken', 'backups', copy)).fill(0x55, 4096, 4096 * 20))
  const broken = await open('broken')
  const gates: readonly Gate[] = [
    { name: 'pairing', address: () => new URL('/', demo.newAddress()).href, ready: '#pair-code' },
    { name: 'sign-in', address: demo.newAddress, ready: '.person-tile' },
    {
      name: 'pin',
      address: demo.newAddress,
      ready: '.person-tile',
      act: async (page) => {
        await page.getByRole('button', { name: chief.name }).click()
      },
    },
    { name: 'welcome', address: fresh.newAddress, ready: '.start' },
    ...setUpStep.options.map((step): Gate => ({
      name: `set-up-${step}`,
      address: founded.newAddress,
      ready: '.person-tile, .set-up-steps, form',
      act: async (page) => {
        await founded.api.session.setUpStep({ step })
        await signInAt(page, chief)
        await page.locator('[aria-current=step]').waitFor()
      },
    })),
    { name: 'trouble', address: broken.newAddress, ready: '.trouble' },
  ]
  const stations = [fresh, founded, empty, broken]
  return {
    gates,
    empty,
    close: async () => {
      for (const station of stations) await station.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
