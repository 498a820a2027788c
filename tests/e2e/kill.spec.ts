import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { intakeOn } from './pages/intake.ts'
import { signIn } from './pages/sign-in.ts'
import { expect, test } from './station.ts'

const program = join(import.meta.dirname, '..', '..', 'src-main', 'cli', 'main.ts')

const running = new Set<ChildProcess>()
// a story that fails in the middle leaves no program behind
test.afterEach(() => {
  for (const each of running) each.kill('SIGKILL')
})

/** `sanbao serve` as a person starts it; resolves with the address it prints. */
async function serve(file: string): Promise<{ readonly address: string; readonly process: ChildProcess }> {
  const started = spawn(process.execPath, [program, 'serve', '--db', file], { stdio: ['ignore', 'pipe', 'inherit'] })
  running.add(started)
  started.once('exit', () => running.delete(started))
  const address = await new Promise<string>((resolve, reject) => {
    started.stdout.once('data', (said: Buffer) => resolve(said.toString().trim()))
    started.once('exit', () => reject(new Error('the program ended before it served')))
  })
  return { address, process: started }
}

test('the program is killed while someone types: started anew, the browser is let in as before, the person signs in, everything typed is there', async ({
  station,
  page,
}) => {
  test.setTimeout(120_000)
  const folder = mkdtempSync(join(tmpdir(), 'sanbao-kill-'))
  const file = join(folder, 'station.sqlite')
  station.db().$client.pragma('wal_checkpoint(TRUNCATE)')
  cpSync(station.db().$client.name, file)
  const first = await serve(file)
  await page.goto(first.address)
  await signIn(page, 'reception')
  await intakeOn(page).begin('钱晓犇', '爬坡无力，水温高')
  first.process.kill('SIGKILL')
  await expect(page.getByText('与主机的连接中断')).toBeVisible()
  // typed while nothing answers: goes to the host once the person is back
  await page.keyboard.type('，加机油后好些')
  await expect(page.getByLabel('故障现象')).toHaveValue('爬坡无力，水温高，加机油后好些')
  const second = await serve(file)
  await expect(page.getByText('与主机的连接中断')).toBeHidden({ timeout: 20_000 })
  await signIn(page, 'reception')
  await page.keyboard.press('Alt+n')
  await expect(page.getByLabel('故障现象')).toHaveValue('爬坡无力，水温高，加机油后好些')
  await expect(page.getByLabel('姓名或单位', { exact: true })).toHaveValue('钱晓犇')
  second.process.kill('SIGTERM')
  await new Promise((ended) => {
    second.process.once('exit', ended)
  })
  rmSync(folder, { recursive: true, force: true })
})
