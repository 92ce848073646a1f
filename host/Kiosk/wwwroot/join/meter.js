// How loud a microphone is, for the meter before joining.

export class Meter {
  #context;
  #source;
  #track;
  #running = 0;

  /** onLevel(0..1), about 20 times a second. */
  constructor(onLevel) {
    this.onLevel = onLevel;
  }

  follow(track) {
    if (track === this.#track) return;
    this.stop();
    this.#track = track;
    if (!track) return;
    this.#context = new AudioContext();
    this.#source = this.#context.createMediaStreamSource(new MediaStream([track]));
    const analyser = this.#context.createAnalyser();
    analyser.fftSize = 1024;
    this.#source.connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    this.#running = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      this.onLevel(loudness(samples));
    }, 50);
  }

  /** Browsers start sound only after a gesture; called on any. */
  wake() {
    if (this.#context?.state === 'suspended') this.#context.resume();
  }

  stop() {
    clearInterval(this.#running);
    this.#source?.disconnect();
    this.#context?.close();
    this.#context = this.#source = this.#track = undefined;
    this.onLevel(0);
  }
}

// -60 dB and below is silence, 0 dB is full: the ear hears in ratios.
export function loudness(samples) {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const decibels = 10 * Math.log10(sum / samples.length + 1e-12);
  return Math.min(1, Math.max(0, (decibels + 60) / 60));
}
