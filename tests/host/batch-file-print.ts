// Run in a process of its own by batch-file.test.ts: prints what the sample batch becomes there.
import { goodFile } from './batch-file-sample.ts'

const { sha256, hash } = await goodFile()
process.stdout.write(JSON.stringify({ sha256, hash, year: new Date().getFullYear() }))
