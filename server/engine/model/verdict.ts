/** `no`: an error stands in the way; `nearly`: a warning asks for a look; `yes`: neither. */
export type State = 'yes' | 'nearly' | 'no'
