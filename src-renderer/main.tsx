import { createRoot } from 'react-dom/client'
import { startListening } from './api.ts'
import { startMessages } from './messages/index.ts'
import { paint, storedAppearance } from './theme/appearance.ts'
import { pairFromAddress } from './transport.ts'
import { speakSchemas } from './ui/schema-words.ts'
import './theme/base.css'
import './ui/ui.css'
import './ui/fields.css'
import './frame/frame.css'

const appearance = storedAppearance()
paint(appearance)
await startMessages(appearance.language)
speakSchemas()
await pairFromAddress()
startListening()
// the router reads the address when it is loaded, so the pairing code must be out of it before
const { App } = await import('./app.tsx')

const place = document.getElementById('root')
if (place === null) throw new Error('index.html has no #root')
createRoot(place).render(<App first={appearance} />)
