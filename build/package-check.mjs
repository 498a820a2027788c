// Loads build/electron-builder.yml and validates it against electron-builder's own schema. Runs under the local Node 24.
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { commandFile, root, runScript } from './setup.mjs'

runScript(async () => {
  // app-builder-lib is electron-builder's engine and installed with it.
  const require = createRequire(commandFile('electron-builder', 'electron-builder'))
  const { getConfig, validateConfiguration } = require(
    `${dirname(require.resolve('app-builder-lib/package.json'))}/out/util/config/config.js`,
  )
  const config = await getConfig(root, 'build/electron-builder.yml', null)
  await validateConfiguration(config, { isEnabled: false })
  return 0
})
