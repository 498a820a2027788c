import { expect, test } from 'vitest'
import { stop } from '#domain/errors'
import { sentence } from '#domain/sentences/index'
import { partCategory, role, workOrderStatus } from '#domain/words'
import { sentenceIn } from '../../src-renderer/messages/sentence-words.ts'

const han = /\p{Script=Han}/u

test('in English the words of the trade within a sentence are English too', () => {
  const said = [
    ...Object.values(partCategory).flatMap((category) => [
      sentence('warranty.scope.category', { part: category, category }),
      sentence('warranty.excluded.category', { part: category, category }),
    ]),
    ...Object.values(role).map((each) => stop('common.forbidden', null, { role: each, action: 'x' })),
    ...Object.values(workOrderStatus).map((status) => stop('order.notInspected', null, { status })),
  ].map((each) => sentenceIn('en', each))
  expect(said.filter((each) => han.test(each))).toEqual([])
})

test('what somebody called a part stays as it is called, and Chinese stays Chinese', () => {
  const line = sentence('warranty.scope.category', { part: '火花塞', category: partCategory.wear })
  expect([sentenceIn('en', line), sentenceIn('zh', line)]).toEqual([
    expect.stringMatching(/火花塞.*Wear part/),
    '火花塞按零件类别「易损件」的限值',
  ])
})
