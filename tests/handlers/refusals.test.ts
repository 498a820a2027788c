import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sentences, type SentenceKey } from '#domain/sentences/index'
import { sentencesEn } from '../../src-renderer/messages/en/sentences/index.ts'

const root = join(import.meta.dirname, '..', '..')
const sources = globSync(['src-main/**/*.ts', 'db/*.ts'], { cwd: root }).map((file) => ({
  file,
  text: readFileSync(join(root, file), 'utf8'),
}))

type Refusal = {
  readonly file: string
  readonly code: string
  readonly key: string
  /** the findings it carries say what to do */ readonly withFindings: boolean
}

/** Every refusal and every finding that blocks, as written in the sources. */
const refusals: readonly Refusal[] = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/new AppError\(\s*'([\w-]+)',\s*'([\w.]+)'(?:,\s*\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}(,\s*[\w[(])?)?/g)].map(
    ([, code = '', key = '', findings]) => ({ file, code, key, withFindings: findings !== undefined }),
  ),
)
const findings: readonly string[] = [
  ...new Set(
    sources.flatMap(({ text }) => [...text.matchAll(/\bstop(?:If)?\((?:[^'()]|\([^()]*\))*'([\w]+\.[\w.]+)'/g)].map(([, key = '']) => key)),
  ),
]

/** Words by which a sentence says what would be right. */
const wayOut = {
  zh: /请|先|应|须|改|才能|直接|不用|不需要|最多|只能|只有|核对/,
  en: /\b(please|first|should|must|only|already|nothing|no need|check|choose|use|enter|add|put|take|keep|change|correct|withdraw|void|sign|ask|wait|print|open|confirm|fill|write|give|needed|pack|label|return|settle|another|at most|look|register|save|try|make|explain|decide|assign|compare|tick|record|cannot be|at least|pick|select|needs|name|split|state|one counter|exactly|install|unseal|update)\b/i,
}

function silent(keys: readonly string[]): string[] {
  return [...new Set(keys)]
    .filter((key) => !wayOut.zh.test(sentences[key as SentenceKey] ?? '') || !wayOut.en.test(sentencesEn[key as SentenceKey] ?? ''))
    .sort()
}

test('every refusal is a sentence in both languages', () => {
  const keys = [...new Set([...refusals.map(({ key }) => key), ...findings])]
  expect(refusals.length).toBeGreaterThan(90)
  expect(keys.filter((key) => !(key in sentences) || !(key in sentencesEn))).toEqual([])
})

test('a rule that refuses says what would be right, or carries the findings that do', () => {
  expect(silent(refusals.filter(({ code, withFindings }) => code === 'rule' && !withFindings).map(({ key }) => key))).toEqual([])
})

test('a finding that blocks says what would be right; those on somebody else’s batch file name what is wrong with it', () => {
  expect(silent(findings.filter((key) => !key.startsWith('batchFile.')))).toEqual([])
})
