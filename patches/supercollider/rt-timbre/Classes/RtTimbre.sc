// A running rt-timbre server: what is sent to it, and what it answers. Help: RtTimbre.
RtTimbre {
	classvar <statusKeys, all, default, tell;
	var <addr, <>latency = 0.2, <>onFail, bundle, waiting, hearing, renewing, playing;

	*initClass {
		all = List.new;
		tell = { |answer| answer.postln };
		// The order of the arguments of /status.reply.
		statusKeys = #[
			\state, \sounding, \loadMean, \loadPeak, \frameP50, \frameP99, \underruns, \lateBundles, \refused,
			\bufferFill, \controlToSound, \rate, \space, \lateHops, \phase, \phaseDelay, \loadP99,
			\controlsMean, \controlsPeak, \controlsP99, \decodeMean, \decodePeak, \decodeP99,
			\phaseMean, \phasePeak, \phaseP99, \outputMean, \outputPeak, \outputP99, \faults
		];
		Class.initClassTree(Event);
		Event.addEventType(\rtTimbre, { (~rtTimbre ?? { RtTimbre.default }).playEvent });
	}

	*new { |hostname = "127.0.0.1", port = 57130|
		var addr = NetAddr(hostname, port);
		^all.detect { |each| each.addr == addr } ?? { super.new.init(addr) }
	}

	*default { ^default ?? { this.new } }
	*default_ { |timbre| default = timbre }

	init { |argAddr|
		addr = argAddr;
		waiting = IdentityDictionary.new;
		playing = Dictionary.new;
		onFail = { |address, reason| "rt-timbre refuses % %".format(address, reason).postln };
		hearing = { |message, time, sender| if(sender == addr) { this.hear(*message) } };
		thisProcess.addOSCRecvFunc(hearing);
		CmdPeriod.add(this);
		all.add(this);
		default = default ? this;
	}

	free {
		if(renewing.notNil) { this.notify(false) };
		thisProcess.removeOSCRecvFunc(hearing);
		CmdPeriod.remove(this);
		all.remove(this);
		if(default === this) { default = all.first };
		this.releaseDependants;
	}

	// Sending: any address of the server's table, now or together with others.

	set { |address ... values|
		if(bundle.isNil) { addr.sendMsg(address, *values) } { bundle.add([address] ++ values) }
	}

	makeBundle { |time, func|
		var outer = bundle, messages = List.new;
		bundle = messages;
		protect { func.value(this) } { bundle = outer };
		if(messages.notEmpty) { addr.sendBundle(time, *messages.asArray) }
	}

	bind { |func| this.makeBundle(latency, func) }

	// Asking: the action is called with the values of the answer.

	get { |address, action| this.ask(address, [], action ? { |... values| "%: %\n".postf(address, values) }) }

	// With a test, the answer is the first that passes it; there may be none, as when another message came too soon.
	ask { |address, values, action, test|
		var key = address.asSymbol, asked = (command: values.notEmpty, action: action, test: test);
		this.set(address, *values);
		if(address.asString.any { |char| "*?[{".includes(char) }) { ^this };  // many answers, or none
		waiting[key] = waiting[key].add(asked);
		SystemClock.sched(if(values.isEmpty) { 3 } { 60 }, {
			if((waiting[key] ? []).includes(asked)) {
				waiting[key].remove(asked);
				if(test.isNil) { "rt-timbre at %:% does not answer %".format(addr.ip, addr.port, address).postln }
			};
			nil
		})
	}

	hear { |address ... values|
		switch(address,
			'/fail', { this.refused(*values) },
			'/done', { this.answered(*values) },
			'/status.reply', { this.answered('/status', *values) },
			{ this.answered(address, *values) }
		);
		this.changed(address, *values)
	}

	answered { |address ... values|
		var asked = waiting[address].detect { |each| each[\test].isNil or: { each[\test].value(*values) } };
		waiting[address].remove(asked);
		asked !? { asked[\action].value(*values) }
	}

	refused { |address, reason|
		var asked = waiting[address].detect { |each| each[\command] };
		waiting[address].remove(asked);
		onFail.value(address, reason)
	}

	sync { |action| this.ask('/sync', [UniqueID.next], action) }
	ping { |action| this.get('/ping', action ? { "rt-timbre is at %:%\n".postf(addr.ip, addr.port) }) }
	status { |action|
		this.get('/status', { |... values| (action ? tell).value(().putPairs([statusKeys, values].lace)) })
	}
	anchors { |action| this.names('/anchor/list', action) }
	macros { |action| this.names('/macro/list', action) }
	presets { |action| this.names('/preset/list', action) }
	spaces { |action| this.names('/space/list', action) }
	paths { |action| this.names('/path/list', action) }
	points { |action|  // all that a voice can go to
		this.anchors { |anchors| this.presets { |presets| (action ? tell).value(anchors ++ presets) } }
	}
	names { |address, action| this.get(address, { |... names| (action ? tell).value(names) }) }

	// Subscribing: what others change, levels and events come, too. Dependants are told of all that comes.

	notify { |on = true, lease = 15|
		renewing.stop;
		renewing = nil;
		this.set('/notify', on.binaryValue, 0, lease);
		if(on) { renewing = SkipJack({ this.set('/notify', 1, 0, lease) }, lease / 3, clock: SystemClock) }
	}

	// Playing.

	voice { |number = 1| ^RtTimbreVoice(this, number) }
	voices { ^RtTimbreVoice(this, '*') }
	note { |midinote = 60, velocity = 0.8| this.set('/note', midinote, velocity) }
	panic { this.set('/panic') }
	mute { |on = true| this.set('/mute', on.binaryValue) }
	freeze { |on = true| this.set('/freeze', on.binaryValue) }
	corner { |number, point| this.set("/plane/corner/%".format(number), point) }
	gain { |decibels| this.set('/master/gain', decibels) }
	storePreset { |name, action| this.ask('/preset/store', [name], action) }
	recallPreset { |name, time = 0| this.set('/preset/recall', name, time) }
	deletePreset { |name, action| this.ask('/preset/delete', [name], action) }
	loadSpace { |name, time = 0.1, action| this.ask('/space/load', [name, time], action) }

	// Nothing is left to end the notes that sound, and those that are on their way begin within the latency.
	cmdPeriod {
		waiting.clear;
		playing.clear;
		addr.sendMsg('/panic');
		addr.sendBundle(latency, ['/panic'])
	}

	// Event type \rtTimbre: called in the event; a key that holds an array plays as many notes.
	playEvent {
		var own = currentEnvironment.keys;
		var names = RtTimbreVoice.controls.select { |name| own.includes(name) }
			++ own.select { |key| key.asString.includes($/) }.asArray.sort;
		var offset = ~timingOffset, strum = ~strum, lag = latency + ~lag;
		var columns = [~voice, ~detunedFreq.value.cpsmidi, ~amp.value, ~sustain.value]
			++ names.collect { |name| name.envirGet.value };
		columns.flop.do { |row, index|
			this.playNote(lag, offset + (index * strum), names, *row)
		}
	}

	playNote { |lag, offset, names, number, midinote, velocity, sustain ... values|
		var voice = if(number.isNil) { this.voices } { this.voice(number) };
		var player = if(number.isNil) { this } { voice };
		var start = {
			this.makeBundle(lag, {
				names.do { |name, index| voice.set(RtTimbreVoice.nameFor(name), *this.listed(values[index])) };
				player.note(midinote, velocity)
			});
			if(number.notNil) { playing[number] = start }
		};
		var end = {
			// A voice that has got another note since keeps it.
			if(number.isNil or: { playing[number] === start }) {
				this.makeBundle(lag, { player.note(midinote, 0) })
			}
		};
		var later = { |beats, action| if(beats > 0) { thisThread.clock.sched(beats, { action.value; nil }) } { action.value } };
		later.value(offset, start);
		if((~sendGate ? true)) { later.value(offset + sustain, end) }
	}

	listed { |value| ^if(value.isString) { [value] } { value.asArray } }

	printOn { |stream| stream << "RtTimbre(" << addr.ip.cs << ", " << addr.port << ")" }
}
