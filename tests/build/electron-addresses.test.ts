import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileAddress, fileInside, isOurAddress, startAddress } from '../../src-main/electron/addresses.ts'

test('only our own pages are ours', () => {
  const foreign = [
    'https://sanbao/index.html',
    'app://other/index.html',
    'app://sanbao.evil/',
    'file:///etc/passwd',
    'about:blank',
    '',
    'data:text/html,x',
  ]
  expect([startAddress, fileAddress('a b')].map(isOurAddress)).toEqual([true, true])
  expect(foreign.map(isOurAddress)).toEqual(foreign.map(() => false))
})

test('a path cannot leave the renderer build', () => {
  expect(fileInside('/app/renderer', '/assets/a.js')).toBe(join('/app/renderer', 'assets', 'a.js'))
  expect(['/../secret', '/..%2f..%2fsecret', '/', '/assets/../..'].map((path) => fileInside('/app/renderer', path))).toEqual([
    null,
    null,
    null,
    null,
  ])
})
