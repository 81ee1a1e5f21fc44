/**
 * What the program uses of ElevenLabs' SDK. It is one library of 5,400 files which load one another: two seconds and
 * 90 MB before the first word. So the built program has this file with the 300 of them in it that these clients need
 * (`build/bundle-sdk.ts`); run from source, the library is loaded as it is.
 */
export { SpeechToTextClient } from '@elevenlabs/elevenlabs-js/api/resources/speechToText/client/Client.js';
export { TextToSpeechClient } from '@elevenlabs/elevenlabs-js/api/resources/textToSpeech/client/Client.js';
export { SubscriptionClient } from '@elevenlabs/elevenlabs-js/api/resources/user/resources/subscription/client/Client.js';
export { VoicesClient } from '@elevenlabs/elevenlabs-js/api/resources/voices/client/Client.js';
