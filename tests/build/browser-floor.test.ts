import { expect, test } from 'vitest'
import { newerThanFloorCss, newerThanFloorSyntax } from '../../build/browser-floor.mjs'

test('what Chrome 109 reads passes', () => {
  expect(newerThanFloorSyntax('class A { static { this.#b = 1 } static #b; at = [1].at(-1) ?? 0 }; await 1')).toBeNull()
  expect(newerThanFloorCss('.a:has(.b){inset:0;height:100dvh}@container (width>1px){.c{gap:1px}}')).toEqual([])
})

test('newer syntax and newer style rules are named', () => {
  expect(newerThanFloorSyntax('const a = /[\\p{L}--[a-z]]/v')).toMatch(/flag/)
  expect(newerThanFloorSyntax("import a from './a.json' with { type: 'json' }")).not.toBeNull()
  expect(newerThanFloorCss('.a{color:color-mix(in srgb,red,blue)}.b{&:hover{color:red}}')).toEqual([
    'color-mix() (Chrome 111)',
    'nesting (Chrome 112)',
  ])
})
