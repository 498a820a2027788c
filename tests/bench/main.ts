/** `npm run bench -- NAME [--full]`: prints figures beside their goals and never fails because of them (quality.md). */
const benches: Readonly<Record<string, () => Promise<{ readonly run: (options: { readonly full: boolean }) => Promise<void> }>>> = {
  pdf: () => import('./pdf.ts'),
  db: () => import('./db.ts'),
  import: () => import('./import.ts'),
  export: () => import('./export.ts'),
  start: () => import('./start.ts'),
  screen: () => import('./screen.ts'),
}

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const full = process.argv.includes('--full')
const unknown = wanted.filter((name) => !(name in benches))

if (wanted.length === 0 || unknown.length > 0) {
  process.stdout.write(
    [
      ...unknown.map((name) => `There is no benchmark "${name}".`),
      'npm run bench -- pdf      vouchers and labels drawn: one, 100, 1,000 (--full: 1,000 by the slow ways too)',
      'npm run bench -- db       lists, search and saving on 100,000 orders (--full: 1,000,000)',
      'npm run bench -- import   a ledger of 10,000 orders',
      'npm run bench -- export   a batch file of 10,000 claims',
      'npm run bench -- start    the host made ready on 100,000 orders, its memory at rest',
      'npm run bench -- screen   a browser seat on 100,000 orders: start, jump, scroll, search',
    ].join('\n') + '\n',
  )
  process.exitCode = unknown.length > 0 ? 2 : 0
}
for (const name of unknown.length > 0 ? [] : wanted) {
  const bench = await benches[name]?.()
  await bench?.run({ full })
}
