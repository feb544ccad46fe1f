// One voice of an rt-timbre server, or all of them: number '*'. Help: RtTimbreVoice.
RtTimbreVoice {
	classvar <controls;
	var <timbre, <number;

	*initClass {
		// The keys of events that set a voice, in the order in which they do.
		controls = #[
			\glide, \timbre, \morph, \xy, \latent, \scrub, \drift, \bend, \gain, \pan, \attack, \decay, \sustainLevel, \release
		];
	}
	*new { |timbre, number = 1| ^super.newCopyArgs(timbre, number) }
	*nameFor { |key| ^switch(key, \timbre, \at, \sustainLevel, \sustain, key) }

	address { |name| ^"/voice/%/%".format(number, name) }
	set { |name ... values| timbre.set(this.address(name), *values) }
	get { |name, action| timbre.get(this.address(name), action) }

	note { |midinote = 60, velocity = 0.8| this.set(\note, midinote, velocity) }
	off { this.note(60, 0) }  // whichever note it plays
	pitch { |midinote| this.set(\pitch, midinote) }
	bend { |semitones| this.set(\bend, semitones) }
	adsr { |attack = 0.01, decay = 0.3, sustain = 0.5, release = 1|
		timbre.makeBundle(nil, {
			this.set(\attack, attack);
			this.set(\decay, decay);
			this.set(\sustain, sustain);
			this.set(\release, release)
		})
	}
	gain { |decibels| this.set(\gain, decibels) }
	pan { |position| this.set(\pan, position) }

	at { |point| this.set(\at, point) }
	morph { |from, to, time = 1, curve = \linear| this.set(\morph, from, to, time, curve) }
	scrub { |position| this.set(\scrub, position) }
	xy { |x, y| this.set(\xy, x, y) }
	macro { |axis, value| this.set("macro/%".format(axis), value) }
	latent { |... values| this.set(\latent, *values) }
	descriptor { |name, target, action|
		timbre.ask(this.address("descriptor/%".format(name)), [target], action, { |reached, above|
			above.notNil and: { (reached - above - target).abs <= (target.abs * 1e-4) }
		})
	}
	glide { |time| this.set(\glide, time) }
	drift { |amount| this.set(\drift, amount) }

	loadPath { |name, action| timbre.ask(this.address("path/load"), [name], action) }
	playPath { |on = true, rate = 1, loop = false|
		timbre.makeBundle(nil, {
			this.set("path/rate", rate);
			this.set("path/loop", loop.binaryValue);
			this.set("path/play", on.binaryValue)
		})
	}

	printOn { |stream| stream << timbre << ".voice(" << number.cs << ")" }
}
