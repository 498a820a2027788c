// Does the built renderer stay within what Chrome 109 can read? Syntax is parsed, style sheets are searched.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createRequire } from 'node:module'

/** CSS that came after Chrome 109, and the version that brought it. */
const newerCss = [
  { what: 'color-mix()', since: 111, pattern: /color-mix\(/ },
  { what: 'oklch()/oklab()', since: 111, pattern: /\bokl(ch|ab)\(/ },
  { what: 'nesting', since: 112, pattern: /[{;]\s*&/ },
  { what: 'linear() easing', since: 113, pattern: /[:\s]linear\(/ },
  { what: 'text-wrap', since: 114, pattern: /text-wrap\s*:/ },
  { what: 'subgrid', since: 117, pattern: /\bsubgrid\b/ },
  { what: '@starting-style', since: 117, pattern: /@starting-style/ },
  { what: '@scope', since: 118, pattern: /@scope/ },
  { what: 'light-dark()', since: 123, pattern: /light-dark\(/ },
]

/** @param {string} css @returns {string[]} what it uses that Chrome 109 lacks */
export function newerThanFloorCss(css) {
  return newerCss.filter(({ pattern }) => pattern.test(css)).map(({ what, since }) => `${what} (Chrome ${since})`)
}

/** ES2022 is what Chrome 109 reads in full; later syntax (regexp flag v, import attributes …) does not parse as such. @param {string} code @returns {string | null} */
export function newerThanFloorSyntax(code) {
  // dependency-cruiser brings acorn along; nothing that is shipped uses it.
  const { parse } = createRequire(import.meta.url)('acorn')
  try {
    parse(code, { ecmaVersion: 2022, sourceType: 'module' })
    return null
  } catch (failure) {
    return failure instanceof Error ? failure.message : String(failure)
  }
}

/** Problems of every script and style sheet below the folder. @param {string} folder @returns {string[]} */
export function browserFloorProblems(folder) {
  /** @type {string[]} */
  const problems = []
  if (!existsSync(folder)) return [`${folder} does not exist`]
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name)
    if (/\.m?js$/.test(name)) {
      const problem = newerThanFloorSyntax(readFileSync(file, 'utf8'))
      if (problem !== null) problems.push(`${name}: ${problem}`)
    } else if (name.endsWith('.css')) {
      for (const what of newerThanFloorCss(readFileSync(file, 'utf8'))) problems.push(`${name}: ${what}`)
    }
  }
  return problems
}
