import { useCallback, useRef, useState } from 'react'
import { announce, api, refusalOf } from '../../api.ts'
import { useSentence, useText } from '../../messages/index.ts'
import { tookRevision } from '../../own-changes.ts'
import { beep } from './beep.ts'
import type { ManifestDetail, Piece } from './part-words.ts'

export type ScanSaid = { readonly at: number; readonly tone: 'ok' | 'stop' | 'wait'; readonly words: string }
const kept = 4

/**
 * Scans in the order they come, one after another: the gun may be faster than the host. What each did is said, newest
 * first, with a sound; a refusal moves nothing.
 */
export function usePacking(manifest: ManifestDetail, boxNo: number) {
  const text = useText('oldParts')
  const say = useSentence()
  const [said, setSaid] = useState<readonly ScanSaid[]>([])
  const count = useRef(0)
  const queue = useRef<Promise<void>>(Promise.resolve())
  const { id } = manifest

  const tell = useCallback((tone: ScanSaid['tone'], words: string) => {
    count.current += 1
    const line = { at: count.current, tone, words }
    setSaid((before) => [line, ...before].slice(0, kept))
  }, [])
  const refuse = useCallback(
    (error: unknown) => {
      const { sentence, problems } = refusalOf(error)
      tell('stop', [sentence, ...problems].map(say).join(' '))
      beep('refused')
    },
    [say, tell],
  )
  const inTurn = useCallback(
    (act: () => Promise<void>) => {
      queue.current = queue.current.then(() => act().catch(refuse)).then(() => announce(['manifests', 'returnedParts']))
    },
    [refuse],
  )

  const pack = useCallback(
    (scan: string) =>
      inTurn(async () => {
        const answer = await api.manifests.pack({ id, boxNo, scan })
        tookRevision(`manifest:${id}`, answer.revision)
        tell('ok', say(answer.said))
        beep('packed')
      }),
    [inTurn, id, boxNo, say, tell],
  )
  const unpack = useCallback(
    (piece: Piece) =>
      inTurn(async () => {
        const { revision } = await api.manifests.unpack({ id, returnedPartId: piece.id })
        tookRevision(`manifest:${id}`, revision)
        tell('wait', text('unpacked', { labelNo: piece.labelNo, part: piece.partName, boxNo: piece.boxNo ?? '' }))
      }),
    [inTurn, id, text, tell],
  )
  return { said, pack, unpack }
}
