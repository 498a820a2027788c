// Who may import whom (architecture.md §4). One line per layer; dependency-cruiser resolves the # imports and looks at
// type imports too. build/layers.mjs runs it.

const ownCode = '^(src-main|src-renderer|db|forms|build|tests)/'
const packages = '(^|/)node_modules/'

/** Files of `from` may import, of our own code, only themselves and `mayImport`. */
function onlyOwn(name, from, mayImport) {
  return { name, severity: 'error', from: { path: from }, to: { path: ownCode, pathNot: [from, ...mayImport] } }
}
/** Files of `from` may import, from packages, only `names`. */
function onlyPackages(name, from, names) {
  const pathNot = names.map((packageName) => `(^|/)node_modules/(@types/)?${packageName}/`)
  return { name, severity: 'error', from: { path: from }, to: { path: packages, pathNot } }
}
/** Package `name` may be imported from `where` only. */
function packageOnlyIn(name, where) {
  return {
    name: `${name} only in ${where.join(', ')}`,
    severity: 'error',
    from: { path: ownCode, pathNot: [...where, '^build/', '^tests/'] },
    to: { path: `(^|/)node_modules/(@types/)?${name}(/|$)` },
  }
}
function noNode(name, from) {
  return { name, severity: 'error', from: { path: from }, to: { dependencyTypes: ['core'] } }
}

const domain = '^src-main/domain/'
const contract = '^src-main/contract/'

module.exports = {
  forbidden: [
    onlyOwn('domain is pure', domain, []),
    onlyPackages('domain needs no package', domain, []),
    noNode('domain runs anywhere', domain),

    onlyOwn('contract knows domain only', contract, [domain]),
    onlyPackages('contract is zod', contract, ['zod']),
    noNode('contract runs anywhere', contract),

    onlyOwn('db knows domain only', '^db/', [domain]),
    onlyPackages('db is drizzle on better-sqlite3, and initials for the search', '^db/', [
      'drizzle-orm',
      'drizzle-kit',
      'better-sqlite3',
      'pinyin-pro',
      'node',
    ]),

    onlyOwn('forms know domain only', '^forms/', [domain]),
    onlyPackages('forms compute, they do not print', '^forms/', ['linebreak', 'uqr']),
    noNode('forms run anywhere', '^forms/'),

    onlyOwn('handlers', '^src-main/handlers/', [domain, contract, '^db/queries/', '^db/(types|search)\\.ts$', '^forms/']),
    onlyPackages('handlers are plain code', '^src-main/handlers/', ['zod']),

    onlyOwn('host runs everything but the shells', '^src-main/host/', [domain, contract, '^src-main/handlers/', '^db/', '^forms/']),
    onlyOwn('command line stands on the host', '^src-main/cli/', [domain, contract, '^src-main/host/', '^db/', '^forms/']),
    onlyOwn('the Electron shell stands on the host', '^src-main/electron/', [domain, contract, '^src-main/host/']),

    onlyOwn('the renderer sees rules and contract only', '^src-renderer/', [domain, contract]),
    noNode('the renderer is a web page', '^src-renderer/'),

    packageOnlyIn('electron', ['^src-main/electron/']),
    packageOnlyIn('pdfmake', ['^tests/']),
    packageOnlyIn('hucre', ['^src-main/host/workbook\\.ts$']),
    packageOnlyIn('better-sqlite3', ['^db/']),
    // the frame and the app around it are kit too; screens never
    packageOnlyIn('antd', ['^src-renderer/(ui|theme|frame)/', '^src-renderer/app\\.tsx$']),
    packageOnlyIn('(ag-grid-[a-z]+|@ag-grid-community)', ['^src-renderer/(ui|theme)/']),
    packageOnlyIn('echarts', ['^src-renderer/ui/charts/']),
    {
      name: 'our own migration runner, not drizzle’s (§7.3)',
      severity: 'error',
      from: { path: ownCode },
      to: { path: 'drizzle-orm/.*migrator' },
    },

    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'every import resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'product code does not lean on tests or build scripts',
      severity: 'error',
      from: { path: '^(src-main|src-renderer|db|forms)/' },
      to: { path: '^(tests|build)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'build/tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
