import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { noDesktopBecause } from '../../build/electron-runtime.mjs'
import { defaultDataFolder, readOptions } from '../../build/start.mjs'

test('the station’s data lies in the user’s own folder', () => {
  expect([
    defaultDataFolder({}, 'linux', '/home/li'),
    defaultDataFolder({ XDG_DATA_HOME: '/data' }, 'linux', '/home/li'),
    defaultDataFolder({ APPDATA: '/roaming' }, 'win32', '/u'),
    defaultDataFolder({}, 'darwin', '/Users/li'),
  ]).toEqual([
    join('/home/li', '.local', 'share', '三包站'),
    join('/data', '三包站'),
    join('/roaming', '三包站'),
    join('/Users/li', 'Library', 'Application Support', '三包站'),
  ])
})

test('a data folder is meant from where the person stands', () => {
  expect(readOptions(['--data', 'mine', '--no-open'], '/home/li')).toEqual({
    data: resolve('/home/li', 'mine'),
    browser: false,
    open: false,
  })
  expect(readOptions(['--data=/srv/站', '--browser'], '/home/li')).toEqual({ data: resolve('/srv/站'), browser: true, open: true })
})

test('an unknown argument and a missing folder are refused in words', () => {
  expect(() => readOptions(['--dta'])).toThrow(/--dta/)
  expect(() => readOptions(['--data'])).toThrow(/--data/)
})

test.runIf(process.platform === 'linux')('without a graphical desktop a browser seat opens', () => {
  expect(noDesktopBecause({})).toEqual(['本机没有图形桌面', 'there is no graphical desktop here'])
})
