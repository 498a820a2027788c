/** The English twin of a table of messages. `key_one` is said instead of `key` where its `count` is 1; Chinese needs no such form. */
export type English<Messages> = Record<keyof Messages, string> & Partial<Record<`${keyof Messages & string}_one`, string>>
