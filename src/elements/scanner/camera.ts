/** Why no camera shows anything. */
export type CameraTrouble = 'refused' | 'missing';

/** A camera that runs, or why none does. */
export type Camera = { readonly stream: MediaStream } | { readonly trouble: CameraTrouble };

/** Asks for the camera on the back of the phone, or any. */
export async function openCamera(): Promise<Camera> {
  // Withheld from plain http, and from frames that may not use it.
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
  if (mediaDevices?.getUserMedia === undefined) return { trouble: 'missing' };
  try {
    return { stream: await mediaDevices.getUserMedia({ audio: false, video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } } }) };
  } catch (error) {
    const refused = error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'SecurityError');
    return { trouble: refused ? 'refused' : 'missing' };
  }
}

/** Lets go of a camera: its light goes out. */
export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
