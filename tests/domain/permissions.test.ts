import { expect, test } from 'vitest'
import { actions } from '#domain/permissions'
import { right } from '#domain/words'

test('every right has its word', () => {
  expect(Object.keys(right)).toEqual(Object.keys(actions))
})
