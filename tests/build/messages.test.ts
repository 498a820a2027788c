import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { sentences } from '#domain/sentences/index'
import { pastEn } from '../../src-renderer/messages/en/past.ts'

const root = join(import.meta.dirname, '..', '..', 'src-renderer')
const hanzi = /\p{Script=Han}/u
/** Chinese that stays in an English sentence: what is typed or printed just so, and names as they stand on papers and on the other language's button. */
const names = [
  '三包站',
  '三包',
  '中文',
  '工单',
  '命令行',
  '示例摩托',
  '基本满意',
  '不满意',
  '满意',
  '无牌',
  '临牌',
  '旧',
  '湘A12345',
  '鲁B12345',
]

type Table = Readonly<Record<string, string>>

/** Every message table below a folder, flat: `feature/key`. */
async function messagesOf(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const file of readdirSync(join(root, 'messages', folder)).filter((name) => name.endsWith('.ts') && name !== 'index.ts')) {
    const tables: Readonly<Record<string, Table>> = await import(join(root, 'messages', folder, file))
    for (const table of Object.values(tables))
      for (const [key, words] of Object.entries(table)) if (typeof words === 'string') found.set(`${basename(file, '.ts')}/${key}`, words)
  }
  return found
}

const places = (words: string) => [...new Set(words.match(/\{[^}]+\}/g) ?? [])].toSorted()

test('every Chinese message has an English twin with the same places to fill, and without a Chinese character', async () => {
  const [zh, en, saidInEnglish] = [await messagesOf('zh'), await messagesOf('en'), await messagesOf('en/sentences')]
  const twins = new Map([...saidInEnglish].map(([key, words]) => [key.slice(key.indexOf('/') + 1), words]))
  const pairs = [
    ...[...zh].map(([key, words]) => [key, words, en.get(key)] as const),
    ...Object.entries(sentences).map(([key, words]) => [key, words, twins.get(key)] as const),
  ]
  expect(pairs.length).toBeGreaterThan(1000)
  const without = pairs.filter(([, , twin]) => twin === undefined || twin.trim() === '').map(([key]) => key)
  const filledOtherwise = pairs
    .filter(([, words, twin]) => twin !== undefined && places(twin).join('') !== places(words).join(''))
    .map(([key, words, twin]) => `${key}: ${places(words).join(' ')} | ${places(twin ?? '').join(' ')}`)
  const stillChinese = pairs
    .filter(([, , twin = '']) => hanzi.test(names.reduce((left, name) => left.replaceAll(name, ''), twin)))
    .map(([key, , twin]) => `${key}: ${twin}`)
  expect({ without, filledOtherwise, stillChinese }).toEqual({ without: [], filledOtherwise: [], stillChinese: [] })
})

test('an English history tells what was done, or how things stand; no entry reads as an order to do it', async () => {
  const standing = ['Part missing', 'Old part ready', 'Overdue']
  const steps = [...(await messagesOf('en'))].filter(([key]) => /\/event[_.]/.test(key)).map(([, words]) => words)
  const told = steps.map((step) => pastEn[step] ?? step).filter((words) => !standing.includes(words))
  expect(told.length).toBeGreaterThan(50)
  expect(told.filter((words) => !/\b(\w+ed|sent|taken|withdrawn|put|brought|lost|made)\b/i.test(words))).toEqual([])
  expect(Object.keys(pastEn).filter((verb) => !steps.includes(verb))).toEqual([])
})

test('an English noun that is counted says one and many', async () => {
  const said = [...(await messagesOf('en')), ...(await messagesOf('en/sentences'))]
  const many = new Set(said.flatMap(([, words]) => [...words.matchAll(/\[[a-z]+\|([a-z]+s)\]/g)].map(([, plural = '']) => plural)))
  expect(many.size).toBeGreaterThan(30)
  const uncounted = said.flatMap(([key, words]) =>
    [...words.matchAll(/\{\w+\} (?:[a-z]+ )?([a-z]+)\b/g)].filter(([, noun = '']) => many.has(noun)).map(([found]) => `${key}: ${found}`),
  )
  expect(uncounted).toEqual([])
})

test('no component holds words of its own', () => {
  // a rule that finds nothing must be seen to find something
  expect(wordsIn('a.tsx', `const a = <p title="Close">保存{'按'}</p>`)).toHaveLength(3)
  const found = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('messages'))
    .flatMap((name) => wordsIn(name, readFileSync(join(root, name), 'utf8')))
  expect(found).toEqual([])
})

/** Not words of the interface: the product's own name, what a new record begins with in the database, the page of rules. */
const written = ['三包站', '个', '件', 'domain.md']
const key = /^(?:(?:Ctrl|Alt|Shift)\+)?(?:[A-Z]|Enter|Esc)$/
const saidAloud = new Set(['title', 'label', 'placeholder', 'alt', 'aria-label', 'hint', 'words'])

/** Chinese anywhere in a text, and any words standing in JSX or in an attribute people see or hear, as `file:line: text`. */
function wordsIn(name: string, source: string): readonly string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)
  const found: string[] = []
  const say = (node: ts.Node, text: string) =>
    found.push(`${name}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${text.trim()}`)
  const read = (node: ts.Node): void => {
    if (
      ts.isJsxText(node) ||
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node)
    ) {
      const text = written.reduce((left, word) => left.replaceAll(word, ''), node.text)
      const isShown = ts.isJsxText(node) || (ts.isJsxAttribute(node.parent) && saidAloud.has(node.parent.name.getText()))
      if (
        /[\p{Script=Han}、。，；：！？「」]/u.test(text) ||
        (isShown && !key.test(text.trim()) && /[A-Za-z]{3}/.test(text.replaceAll(/&\w+;/g, '')))
      )
        say(node, node.text)
    }
    ts.forEachChild(node, read)
  }
  read(file)
  return found
}
