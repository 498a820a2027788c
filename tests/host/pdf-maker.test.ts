import { expect, test } from 'vitest'
import { createPdfMaker } from '#host/pdf/pdf-maker'
import { resources } from '#host/resources'

test('closing right after a document was drawn, before anybody heard of it, does not wait for a worker that has nothing to do', async () => {
  const maker = createPdfMaker({ fontsDir: resources().fonts })
  const meta = { title: '试', createdAt: '2026-11-21T02:00:00.000Z' }
  await maker.make({ pages: [] }, meta).catch(() => undefined)
  const drawn = maker.make({ pages: [] }, meta).catch((error: unknown) => String(error))
  // the worker ends while nothing is heard here
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500)
  await maker.close()
  expect(await drawn).toBe('Error: closed')
})
