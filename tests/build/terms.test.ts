import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { batchEvent } from '#domain/claim-batch'
import { claimEvent } from '#domain/claim'
import { manifestEvent } from '#domain/manifest'
import { orderParts } from '#domain/order-rights'
import { requestEvent } from '#domain/parts-request'
import { returnedPartEvent } from '#domain/returned-part'
import * as words from '#domain/words'
import { workOrderEvent } from '#domain/work-order'
import { sentenceIn } from '../../src-renderer/messages/sentence-words.ts'

const root = join(import.meta.dirname, '..', '..')
const hanzi = /\p{Script=Han}/u

/** Calls that put their Chinese literals into a sentence, and properties that are places of one. */
const speakers = /^(missing|put|idOf|refuse\w*|checkFilled|uses|unknown|stop|warn|stopIf|warnIf|AppError)$/
const termPlace = /^(what|label|where|earlier|later)$/
/** Marks within a name, no terms of their own. */
const marks: readonly string[] = ['（草稿）', '结构 1']
/** Words of papers, of the demo and of workbooks stay as they are printed there; http.ts answers programs, not people. */
const elsewhere = /sentences\/|demo\/|words\.ts|import-|cli\/|host\/(http|workbook|batch-file\/sheets)\.ts|domain\/form|maker-sheet/

/** Every Chinese term the sources hand to a sentence: `file: term`. */
function termsOfSources(): Map<string, string> {
  const found = new Map<string, string>()
  for (const file of globSync(['src-main/**/*.ts', 'db/queries/*.ts'], { cwd: root }).filter((name) => !elsewhere.test(name))) {
    const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true)
    const read = (node: ts.Node, within: boolean): void => {
      const speaks =
        ((ts.isCallExpression(node) || ts.isNewExpression(node)) && speakers.test(node.expression.getText())) ||
        (ts.isPropertyAssignment(node) && termPlace.test(node.name.getText())) ||
        (ts.isVariableDeclaration(node) && node.name.getText() === 'labels')
      if ((within || speaks) && ts.isStringLiteralLike(node) && hanzi.test(node.text)) found.set(node.text, file)
      if ((within || speaks) && ts.isTemplateExpression(node) && hanzi.test(node.head.text) && node.head.text.endsWith(' '))
        found.set(`${node.head.text}1`, file)
      ts.forEachChild(node, (child) => read(child, within || speaks))
    }
    read(source, false)
  }
  for (const mark of marks) found.delete(mark)
  return found
}

test('every Chinese term the program puts into a sentence has its English twin', () => {
  const terms = [...termsOfSources()]
  expect(terms.length).toBeGreaterThan(60)
  const steps = [workOrderEvent, requestEvent, manifestEvent, returnedPartEvent, batchEvent, claimEvent].flatMap((table) =>
    Object.values<string>(table),
  )
  const actions = [...Object.values<string>(words.right), ...Object.values(orderParts).map(({ word }) => word)]
  const said = [
    ...terms.flatMap(([what, file]) => [[`${file}: ${what}`, sentenceIn('en', { key: 'common.notFound', params: { what } })] as const]),
    ...steps.map((event) => [event, sentenceIn('en', { key: 'order.stepRefused', params: { event, count: 1 } })] as const),
    ...actions.map(
      (action) => [action, sentenceIn('en', { key: 'common.forbidden', params: { role: words.role.chief, action } })] as const,
    ),
    ['where', sentenceIn('en', { key: 'catalogue.inUse', params: { name: 'x', where: '工单零件 3 处、旧件 1 处' } })] as const,
  ]
  expect(said.filter(([, sentence]) => hanzi.test(sentence)).map(([term]) => term)).toEqual([])
})

test('how often a record is used reads as English counts', () => {
  const where = '工单零件 3 处、三包政策 2 处、索赔批次 1 处、车型 5 处'
  expect(sentenceIn('en', { key: 'catalogue.inUse', params: { name: 'x', where } })).toContain(
    'used in 3 part lines, 2 warranty policies, 1 claim batch, 5 models and',
  )
})
