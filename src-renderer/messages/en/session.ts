import type { session as zh } from '../zh/session.ts'

export const session = {
  signIn: 'Sign in', choosePerson: 'Who are you?', pin: 'PIN', pinOf: 'PIN of {name}', enterPin: 'Type your PIN of 4–8 digits and press Enter', demoPin: 'Demo PIN {pin}', back: 'Somebody else', wrong: 'Wrong PIN', delete: 'Delete', enter: 'Enter', noPeople: 'Nobody can sign in yet',
  welcome: 'Welcome to Sanbao Station', welcomeHint: 'All data stay on this computer. How do you want to begin?', demo: 'Demo station', demoHint: 'With a sample manufacturer, people, customers and orders; PINs are shown at sign-in. To get to know the whole way.', demoOrders: 'Sample orders', demoStart: 'Make the demo station', empty: 'Empty station', emptyHint: 'Enter your station’s code and chief, and begin with the first order.',
  stationCode: 'Station code', stationCodeHint: 'Given by the manufacturer; capitals and digits', stationName: 'Station name', chiefName: 'Name of the chief', chiefPin: 'PIN of the chief', chiefPinHint: '4–8 digits', emptyStart: 'Make this station', working: 'Being made; demo data take up to a minute…', tagline: 'Warranty repair · papers · claims',
} satisfies Record<keyof typeof zh, string>
