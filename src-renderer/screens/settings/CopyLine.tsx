import { useState } from 'react'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'

/** A line to be taken elsewhere: shown whole, copied with one press. */
export function CopyLine({ words }: { readonly words: string }) {
  const text = useText('settings')
  const [copied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard.writeText(words).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <div className="copy-line">
      <code>{words}</code>
      <Button size="small" onClick={copy}>
        {copied ? `✓ ${text('copied')}` : text('copy')}
      </Button>
    </div>
  )
}
