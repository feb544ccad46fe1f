{
	"patcher": {
		"fileversion": 1,
		"appversion": {
			"major": 8,
			"minor": 5,
			"revision": 5,
			"architecture": "x64",
			"modernui": 1
		},
		"classnamespace": "box",
		"rect": [
			60,
			80,
			1000,
			728
		],
		"bglocked": 0,
		"openinpresentation": 1,
		"default_fontsize": 12.0,
		"default_fontface": 0,
		"default_fontname": "Arial",
		"gridonopen": 1,
		"gridsize": [
			15.0,
			15.0
		],
		"gridsnaponopen": 1,
		"objectsnaponopen": 1,
		"statusbarvisible": 2,
		"toolbarvisible": 1,
		"lefttoolbarpinned": 0,
		"toptoolbarpinned": 0,
		"righttoolbarpinned": 0,
		"bottomtoolbarpinned": 0,
		"toolbars_unpinned_last_save": 0,
		"tallnewobj": 0,
		"boxanimatetime": 200,
		"enablehscroll": 0,
		"enablevscroll": 0,
		"devicewidth": 0.0,
		"description": "All of rt-timbre in one window",
		"digest": "",
		"tags": "",
		"style": "",
		"subpatcher_template": "",
		"assistshowspatchername": 0,
		"boxes": [
			{
				"box": {
					"id": "obj-1",
					"maxclass": "panel",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						20.0,
						20.0,
						40.0,
						20.0
					],
					"bgcolor": [
						0.925,
						0.918,
						0.894,
						1.0
					],
					"border": 0,
					"rounded": 4,
					"mode": 0,
					"presentation": 1,
					"presentation_rect": [
						8.0,
						8.0,
						984.0,
						54.0
					],
					"background": 1
				}
			},
			{
				"box": {
					"id": "obj-2",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						100.0,
						20.0,
						120.0,
						33.0
					],
					"textcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"fontsize": 24.0,
					"text": "rt-timbre",
					"presentation": 1,
					"presentation_rect": [
						16.0,
						18.0,
						120.0,
						34.0
					]
				}
			},
			{
				"box": {
					"id": "obj-3",
					"maxclass": "bpatcher",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						260.0,
						54.0,
						420.0,
						46.0
					],
					"name": "timbre.status.maxpat",
					"border": 0,
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						138.0,
						12.0,
						420.0,
						46.0
					]
				}
			},
			{
				"box": {
					"id": "obj-4",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						260.0,
						20.0,
						81.0,
						22.0
					],
					"text": "r #0-connect",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-5",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						720.0,
						20.0,
						60.0,
						20.0
					],
					"textcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"fontsize": 11.0,
					"text": "voice",
					"presentation": 1,
					"presentation_rect": [
						568.0,
						13.0,
						60.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-6",
					"maxclass": "umenu",
					"numinlets": 1,
					"numoutlets": 3,
					"patching_rect": [
						820.0,
						54.0,
						64.0,
						22.0
					],
					"fontsize": 11.0,
					"items": [
						"all"
					],
					"outlettype": [
						"",
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						568.0,
						33.0,
						64.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-7",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						820.0,
						20.0,
						101.0,
						22.0
					],
					"text": "r #0-voice-menu",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-8",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						820.0,
						88.0,
						112.0,
						22.0
					],
					"text": "s #0-voice-chosen"
				}
			},
			{
				"box": {
					"id": "obj-9",
					"maxclass": "textbutton",
					"numinlets": 1,
					"numoutlets": 3,
					"patching_rect": [
						972.0,
						20.0,
						70.0,
						38.0
					],
					"bgcolor": [
						0.784,
						0.267,
						0.18,
						1.0
					],
					"textcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"fontsize": 12.0,
					"rounded": 4.0,
					"mode": 0,
					"text": "panic",
					"outlettype": [
						"",
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						646.0,
						16.0,
						70.0,
						38.0
					]
				}
			},
			{
				"box": {
					"id": "obj-10",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						972.0,
						70.0,
						70.0,
						22.0
					],
					"text": "s #0-panic"
				}
			},
			{
				"box": {
					"id": "obj-11",
					"maxclass": "toggle",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						152.0,
						18.0,
						18.0
					],
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"checkedcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						730.0,
						13.0,
						18.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-12",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						241.0,
						152.0,
						64.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "mute",
					"presentation": 1,
					"presentation_rect": [
						752.0,
						13.0,
						64.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-13",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						20.0,
						186.0,
						88.0,
						22.0
					],
					"text": "s #0-set-mute"
				}
			},
			{
				"box": {
					"id": "obj-14",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						53.0,
						152.0,
						98.0,
						22.0
					],
					"text": "r #0-show-mute",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-15",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						123.0,
						186.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-16",
					"maxclass": "toggle",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						345.0,
						152.0,
						18.0,
						18.0
					],
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"checkedcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						730.0,
						37.0,
						18.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-17",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						573.0,
						152.0,
						64.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "freeze",
					"presentation": 1,
					"presentation_rect": [
						752.0,
						37.0,
						64.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-18",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						345.0,
						186.0,
						95.0,
						22.0
					],
					"text": "s #0-set-freeze"
				}
			},
			{
				"box": {
					"id": "obj-19",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						378.0,
						152.0,
						105.0,
						22.0
					],
					"text": "r #0-show-freeze",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-20",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						455.0,
						186.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-21",
					"maxclass": "toggle",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						677.0,
						152.0,
						18.0,
						18.0
					],
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"checkedcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						820.0,
						13.0,
						18.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-22",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						905.0,
						152.0,
						64.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "record",
					"presentation": 1,
					"presentation_rect": [
						842.0,
						13.0,
						64.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-23",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						677.0,
						186.0,
						95.0,
						22.0
					],
					"text": "s #0-set-record"
				}
			},
			{
				"box": {
					"id": "obj-24",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						710.0,
						152.0,
						105.0,
						22.0
					],
					"text": "r #0-show-record",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-25",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						787.0,
						186.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-26",
					"maxclass": "toggle",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						284.0,
						18.0,
						18.0
					],
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"checkedcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						820.0,
						37.0,
						18.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-27",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						155.0,
						250.0,
						64.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "MIDI in",
					"presentation": 1,
					"presentation_rect": [
						842.0,
						37.0,
						64.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-28",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						250.0,
						95.0,
						22.0
					],
					"text": "loadmess set 1",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-29",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						20.0,
						314.0,
						63.0,
						22.0
					],
					"text": "s #0-midi"
				}
			},
			{
				"box": {
					"id": "obj-30",
					"maxclass": "panel",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						259.0,
						250.0,
						40.0,
						20.0
					],
					"bgcolor": [
						0.925,
						0.918,
						0.894,
						1.0
					],
					"border": 0,
					"rounded": 4,
					"mode": 0,
					"presentation": 1,
					"presentation_rect": [
						8.0,
						70.0,
						320.0,
						268.0
					],
					"background": 1
				}
			},
			{
				"box": {
					"id": "obj-31",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						339.0,
						250.0,
						203.0,
						21.0
					],
					"textcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"fontsize": 12.0,
					"fontface": 1,
					"text": "space, points, travel",
					"presentation": 1,
					"presentation_rect": [
						14.0,
						73.0,
						203.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-32",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						582.0,
						250.0,
						46.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "space",
					"presentation": 1,
					"presentation_rect": [
						16.0,
						99.0,
						46.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-33",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						668.0,
						250.0,
						46.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "point",
					"presentation": 1,
					"presentation_rect": [
						16.0,
						127.0,
						46.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-34",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						754.0,
						250.0,
						46.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "from",
					"presentation": 1,
					"presentation_rect": [
						16.0,
						155.0,
						46.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-35",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						840.0,
						250.0,
						46.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "to",
					"presentation": 1,
					"presentation_rect": [
						16.0,
						183.0,
						46.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-36",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						926.0,
						250.0,
						46.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "path",
					"presentation": 1,
					"presentation_rect": [
						16.0,
						211.0,
						46.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-37",
					"maxclass": "umenu",
					"numinlets": 1,
					"numoutlets": 3,
					"patching_rect": [
						20.0,
						412.0,
						150.0,
						22.0
					],
					"fontsize": 11.0,
					"outlettype": [
						"",
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						64.0,
						98.0,
						150.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-38",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						378.0,
						105.0,
						22.0
					],
					"text": "r #0-space-menu",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-39",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						45.0,
						446.0,
						63.0,
						22.0
					],
					"text": "tosymbol",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-40",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						45.0,
						480.0,
						73.0,
						22.0
					],
					"text": "s #0-space"
				}
			},
			{
				"box": {
					"id": "obj-41",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						210.0,
						412.0,
						44.0,
						22.0
					],
					"numdecimalplaces": 2,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": 0,
					"maximum": 60,
					"triangle": 0,
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						222.0,
						98.0,
						44.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-42",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						210.0,
						446.0,
						65.0,
						22.0
					],
					"text": "s #0-fade"
				}
			},
			{
				"box": {
					"id": "obj-43",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						210.0,
						378.0,
						95.0,
						22.0
					],
					"text": "loadmess set 2",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-44",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						345.0,
						378.0,
						60.0,
						20.0
					],
					"textcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"fontsize": 11.0,
					"text": "s fade",
					"presentation": 1,
					"presentation_rect": [
						268.0,
						100.0,
						60.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-45",
					"maxclass": "umenu",
					"numinlets": 1,
					"numoutlets": 3,
					"patching_rect": [
						488.0,
						412.0,
						150.0,
						22.0
					],
					"fontsize": 11.0,
					"outlettype": [
						"",
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						64.0,
						126.0,
						150.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-46",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						445.0,
						378.0,
						71.0,
						22.0
					],
					"text": "r #0-points",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-47",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						531.0,
						378.0,
						99.0,
						22.0
					],
					"text": "r #0-point-menu",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-48",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						513.0,
						446.0,
						63.0,
						22.0
					],
					"text": "tosymbol",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-49",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						513.0,
						480.0,
						67.0,
						22.0
					],
					"text": "s #0-point"
				}
			},
			{
				"box": {
					"id": "obj-50",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						678.0,
						378.0,
						44.0,
						22.0
					],
					"numdecimalplaces": 2,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": 0,
					"maximum": 60,
					"triangle": 0,
					"varname": "glide",
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						222.0,
						126.0,
						44.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-51",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						678.0,
						412.0,
						87.0,
						22.0
					],
					"text": "s #0-set-glide"
				}
			},
			{
				"box": {
					"id": "obj-52",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						737.0,
						378.0,
						97.0,
						22.0
					],
					"text": "r #0-show-glide",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-53",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						780.0,
						412.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-54",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						898.0,
						378.0,
						56.0,
						20.0
					],
					"textcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"fontsize": 11.0,
					"text": "s glide",
					"presentation": 1,
					"presentation_rect": [
						268.0,
						128.0,
						56.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-55",
					"maxclass": "umenu",
					"numinlets": 1,
					"numoutlets": 3,
					"patching_rect": [
						63.0,
						578.0,
						150.0,
						22.0
					],
					"fontsize": 11.0,
					"outlettype": [
						"",
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						64.0,
						154.0,
						150.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-56",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						544.0,
						71.0,
						22.0
					],
					"text": "r #0-points",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-57",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						106.0,
						544.0,
						97.0,
						22.0
					],
					"text": "r #0-from-menu",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-58",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						88.0,
						612.0,
						63.0,
						22.0
					],
					"text": "tosymbol",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-59",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						88.0,
						646.0,
						65.0,
						22.0
					],
					"text": "s #0-from"
				}
			},
			{
				"box": {
					"id": "obj-60",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						253.0,
						578.0,
						44.0,
						22.0
					],
					"numdecimalplaces": 2,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": 0,
					"maximum": 3600,
					"triangle": 0,
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						222.0,
						154.0,
						44.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-61",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						253.0,
						612.0,
						64.0,
						22.0
					],
					"text": "s #0-time"
				}
			},
			{
				"box": {
					"id": "obj-62",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						253.0,
						544.0,
						95.0,
						22.0
					],
					"text": "loadmess set 4",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-63",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						388.0,
						544.0,
						60.0,
						20.0
					],
					"textcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"fontsize": 11.0,
					"text": "seconds",
					"presentation": 1,
					"presentation_rect": [
						268.0,
						156.0,
						60.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-64",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						488.0,
						544.0,
						79.0,
						22.0
					],
					"text": "loadmess 4.",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-65",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						488.0,
						578.0,
						64.0,
						22.0
					],
					"text": "s #0-time"
				}
			},
			{
				"box": {
					"id": "obj-66",
					"maxclass": "umenu",
					"numinlets": 1,
					"numoutlets": 3,
					"patching_rect": [
						650.0,
						578.0,
						150.0,
						22.0
					],
					"fontsize": 11.0,
					"outlettype": [
						"",
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						64.0,
						182.0,
						150.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-67",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						607.0,
						544.0,
						71.0,
						22.0
					],
					"text": "r #0-points",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-68",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						693.0,
						544.0,
						83.0,
						22.0
					],
					"text": "r #0-to-menu",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-69",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						675.0,
						612.0,
						63.0,
						22.0
					],
					"text": "tosymbol",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-70",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						675.0,
						646.0,
						51.0,
						22.0
					],
					"text": "s #0-to"
				}
			},
			{
				"box": {
					"id": "obj-71",
					"maxclass": "umenu",
					"numinlets": 1,
					"numoutlets": 3,
					"patching_rect": [
						840.0,
						544.0,
						96.0,
						22.0
					],
					"fontsize": 11.0,
					"items": [
						"linear",
						",",
						"spherical",
						",",
						"expressive"
					],
					"outlettype": [
						"",
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						222.0,
						182.0,
						96.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-72",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						865.0,
						578.0,
						71.0,
						22.0
					],
					"text": "s #0-curve"
				}
			},
			{
				"box": {
					"id": "obj-73",
					"maxclass": "umenu",
					"numinlets": 1,
					"numoutlets": 3,
					"patching_rect": [
						20.0,
						744.0,
						150.0,
						22.0
					],
					"fontsize": 11.0,
					"outlettype": [
						"",
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						64.0,
						210.0,
						150.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-74",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						710.0,
						97.0,
						22.0
					],
					"text": "r #0-path-menu",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-75",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						45.0,
						778.0,
						63.0,
						22.0
					],
					"text": "tosymbol",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-76",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						45.0,
						812.0,
						65.0,
						22.0
					],
					"text": "s #0-path"
				}
			},
			{
				"box": {
					"id": "obj-77",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						210.0,
						710.0,
						44.0,
						22.0
					],
					"numdecimalplaces": 2,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": -8,
					"maximum": 8,
					"triangle": 0,
					"varname": "rate",
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						222.0,
						210.0,
						44.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-78",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						210.0,
						744.0,
						109.0,
						22.0
					],
					"text": "s #0-set-path-rate"
				}
			},
			{
				"box": {
					"id": "obj-79",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						269.0,
						710.0,
						119.0,
						22.0
					],
					"text": "r #0-show-path-rate",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-80",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						334.0,
						744.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-81",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						452.0,
						710.0,
						56.0,
						20.0
					],
					"textcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"fontsize": 11.0,
					"text": "speed",
					"presentation": 1,
					"presentation_rect": [
						268.0,
						212.0,
						56.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-82",
					"maxclass": "textbutton",
					"numinlets": 1,
					"numoutlets": 3,
					"patching_rect": [
						548.0,
						710.0,
						48.0,
						22.0
					],
					"bgcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"textcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"fontsize": 12.0,
					"rounded": 4.0,
					"mode": 0,
					"text": "go",
					"outlettype": [
						"",
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						16.0,
						242.0,
						48.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-83",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						548.0,
						744.0,
						55.0,
						22.0
					],
					"text": "s #0-go"
				}
			},
			{
				"box": {
					"id": "obj-84",
					"maxclass": "textbutton",
					"numinlets": 1,
					"numoutlets": 3,
					"patching_rect": [
						643.0,
						710.0,
						48.0,
						22.0
					],
					"bgcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"textcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"fontsize": 12.0,
					"rounded": 4.0,
					"mode": 0,
					"text": "back",
					"outlettype": [
						"",
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						70.0,
						242.0,
						48.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-85",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						643.0,
						744.0,
						67.0,
						22.0
					],
					"text": "s #0-back"
				}
			},
			{
				"box": {
					"id": "obj-86",
					"maxclass": "textbutton",
					"numinlets": 1,
					"numoutlets": 3,
					"patching_rect": [
						750.0,
						710.0,
						90.0,
						22.0
					],
					"bgcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"textcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"fontsize": 12.0,
					"rounded": 4.0,
					"mode": 0,
					"text": "look for paths",
					"outlettype": [
						"",
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						124.0,
						242.0,
						90.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-87",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						750.0,
						744.0,
						63.0,
						22.0
					],
					"text": "s #0-look"
				}
			},
			{
				"box": {
					"id": "obj-88",
					"maxclass": "toggle",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						880.0,
						710.0,
						18.0,
						18.0
					],
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"checkedcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						222.0,
						244.0,
						18.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-89",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						880.0,
						744.0,
						111.0,
						22.0
					],
					"text": "s #0-set-path-play"
				}
			},
			{
				"box": {
					"id": "obj-90",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						913.0,
						710.0,
						121.0,
						22.0
					],
					"text": "r #0-show-path-play",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-91",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						1006.0,
						744.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-92",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						20.0,
						876.0,
						34.0,
						20.0
					],
					"textcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"fontsize": 11.0,
					"text": "play",
					"presentation": 1,
					"presentation_rect": [
						242.0,
						243.0,
						34.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-93",
					"maxclass": "toggle",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						94.0,
						876.0,
						18.0,
						18.0
					],
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"checkedcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						276.0,
						244.0,
						18.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-94",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						94.0,
						910.0,
						111.0,
						22.0
					],
					"text": "s #0-set-path-loop"
				}
			},
			{
				"box": {
					"id": "obj-95",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						127.0,
						876.0,
						121.0,
						22.0
					],
					"text": "r #0-show-path-loop",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-96",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						220.0,
						910.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-97",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						338.0,
						876.0,
						34.0,
						20.0
					],
					"textcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"fontsize": 11.0,
					"text": "loop",
					"presentation": 1,
					"presentation_rect": [
						296.0,
						243.0,
						34.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-98",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						412.0,
						876.0,
						60.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "scrub",
					"presentation": 1,
					"presentation_rect": [
						16.0,
						272.0,
						60.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-99",
					"maxclass": "slider",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						512.0,
						910.0,
						240.0,
						20.0
					],
					"floatoutput": 1,
					"min": 0.0,
					"size": 1.0,
					"orientation": 1,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"knobcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"elementcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						78.0,
						272.0,
						240.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-100",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						512.0,
						942.0,
						71.0,
						22.0
					],
					"text": "s #0-scrub"
				}
			},
			{
				"box": {
					"id": "obj-101",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						512.0,
						876.0,
						101.0,
						22.0
					],
					"text": "r #0-show-scrub",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-102",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						792.0,
						876.0,
						60.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "drift",
					"presentation": 1,
					"presentation_rect": [
						16.0,
						304.0,
						60.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-103",
					"maxclass": "slider",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						1006.0,
						156.0,
						18.0
					],
					"floatoutput": 1,
					"min": 0.0,
					"size": 1.0,
					"orientation": 1,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"knobcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"elementcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						78.0,
						305.0,
						156.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-104",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						191.0,
						1006.0,
						62.0,
						22.0
					],
					"numdecimalplaces": 2,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": 0,
					"maximum": 1,
					"triangle": 0,
					"varname": "drift",
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						240.0,
						303.0,
						62.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-105",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						1040.0,
						109.0,
						22.0
					],
					"text": "scale 0. 1. 0.0 1.0",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-106",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						191.0,
						1040.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-107",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						268.0,
						1006.0,
						91.0,
						22.0
					],
					"text": "r #0-show-drift",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-108",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						268.0,
						1040.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-109",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						287.0,
						1074.0,
						109.0,
						22.0
					],
					"text": "scale 0.0 1.0 0. 1.",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-110",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						287.0,
						1108.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-111",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						411.0,
						1074.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-112",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						191.0,
						1074.0,
						81.0,
						22.0
					],
					"text": "s #0-set-drift"
				}
			},
			{
				"box": {
					"id": "obj-113",
					"maxclass": "panel",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						529.0,
						1006.0,
						40.0,
						20.0
					],
					"bgcolor": [
						0.925,
						0.918,
						0.894,
						1.0
					],
					"border": 0,
					"rounded": 4,
					"mode": 0,
					"presentation": 1,
					"presentation_rect": [
						336.0,
						70.0,
						320.0,
						268.0
					],
					"background": 1
				}
			},
			{
				"box": {
					"id": "obj-114",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						609.0,
						1006.0,
						59.0,
						21.0
					],
					"textcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"fontsize": 12.0,
					"fontface": 1,
					"text": "voice",
					"presentation": 1,
					"presentation_rect": [
						342.0,
						73.0,
						59.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-115",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						708.0,
						1006.0,
						62.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "attack",
					"presentation": 1,
					"presentation_rect": [
						344.0,
						101.0,
						62.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-116",
					"maxclass": "slider",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						1172.0,
						156.0,
						18.0
					],
					"floatoutput": 1,
					"min": 0.0,
					"size": 1.0,
					"orientation": 1,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"knobcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"elementcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						414.0,
						102.0,
						156.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-117",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						191.0,
						1172.0,
						62.0,
						22.0
					],
					"numdecimalplaces": 3,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": 0.001,
					"maximum": 10.0,
					"triangle": 0,
					"varname": "attack",
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						576.0,
						100.0,
						62.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-118",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						1206.0,
						176.0,
						22.0
					],
					"text": "expr 0.001 * pow(10000.\\, $f1)",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-119",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						211.0,
						1206.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-120",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						268.0,
						1172.0,
						103.0,
						22.0
					],
					"text": "r #0-show-attack",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-121",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						268.0,
						1206.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-122",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						319.0,
						1240.0,
						290.0,
						22.0
					],
					"text": "expr log10(max($f1\\, 0.001) / 0.001) / log10(10000.)",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-123",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						319.0,
						1274.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-124",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						624.0,
						1240.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-125",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						211.0,
						1240.0,
						93.0,
						22.0
					],
					"text": "s #0-set-attack"
				}
			},
			{
				"box": {
					"id": "obj-126",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						742.0,
						1172.0,
						62.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "decay",
					"presentation": 1,
					"presentation_rect": [
						344.0,
						130.0,
						62.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-127",
					"maxclass": "slider",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						1338.0,
						156.0,
						18.0
					],
					"floatoutput": 1,
					"min": 0.0,
					"size": 1.0,
					"orientation": 1,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"knobcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"elementcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						414.0,
						131.0,
						156.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-128",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						191.0,
						1338.0,
						62.0,
						22.0
					],
					"numdecimalplaces": 3,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": 0.001,
					"maximum": 10.0,
					"triangle": 0,
					"varname": "decay",
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						576.0,
						129.0,
						62.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-129",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						1372.0,
						176.0,
						22.0
					],
					"text": "expr 0.001 * pow(10000.\\, $f1)",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-130",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						211.0,
						1372.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-131",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						268.0,
						1338.0,
						103.0,
						22.0
					],
					"text": "r #0-show-decay",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-132",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						268.0,
						1372.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-133",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						319.0,
						1406.0,
						290.0,
						22.0
					],
					"text": "expr log10(max($f1\\, 0.001) / 0.001) / log10(10000.)",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-134",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						319.0,
						1440.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-135",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						624.0,
						1406.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-136",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						211.0,
						1406.0,
						93.0,
						22.0
					],
					"text": "s #0-set-decay"
				}
			},
			{
				"box": {
					"id": "obj-137",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						742.0,
						1338.0,
						62.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "sustain",
					"presentation": 1,
					"presentation_rect": [
						344.0,
						159.0,
						62.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-138",
					"maxclass": "slider",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						1504.0,
						156.0,
						18.0
					],
					"floatoutput": 1,
					"min": 0.0,
					"size": 1.0,
					"orientation": 1,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"knobcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"elementcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						414.0,
						160.0,
						156.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-139",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						191.0,
						1504.0,
						62.0,
						22.0
					],
					"numdecimalplaces": 2,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": 0.0,
					"maximum": 1.0,
					"triangle": 0,
					"varname": "sustain",
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						576.0,
						158.0,
						62.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-140",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						1538.0,
						109.0,
						22.0
					],
					"text": "scale 0. 1. 0.0 1.0",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-141",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						191.0,
						1538.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-142",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						268.0,
						1504.0,
						109.0,
						22.0
					],
					"text": "r #0-show-sustain",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-143",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						268.0,
						1538.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-144",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						305.0,
						1572.0,
						109.0,
						22.0
					],
					"text": "scale 0.0 1.0 0. 1.",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-145",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						305.0,
						1606.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-146",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						429.0,
						1572.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-147",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						191.0,
						1572.0,
						99.0,
						22.0
					],
					"text": "s #0-set-sustain"
				}
			},
			{
				"box": {
					"id": "obj-148",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						547.0,
						1504.0,
						62.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "release",
					"presentation": 1,
					"presentation_rect": [
						344.0,
						188.0,
						62.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-149",
					"maxclass": "slider",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						1670.0,
						156.0,
						18.0
					],
					"floatoutput": 1,
					"min": 0.0,
					"size": 1.0,
					"orientation": 1,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"knobcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"elementcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						414.0,
						189.0,
						156.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-150",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						191.0,
						1670.0,
						62.0,
						22.0
					],
					"numdecimalplaces": 3,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": 0.001,
					"maximum": 10.0,
					"triangle": 0,
					"varname": "release",
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						576.0,
						187.0,
						62.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-151",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						1704.0,
						176.0,
						22.0
					],
					"text": "expr 0.001 * pow(10000.\\, $f1)",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-152",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						211.0,
						1704.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-153",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						268.0,
						1670.0,
						111.0,
						22.0
					],
					"text": "r #0-show-release",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-154",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						268.0,
						1704.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-155",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						327.0,
						1738.0,
						290.0,
						22.0
					],
					"text": "expr log10(max($f1\\, 0.001) / 0.001) / log10(10000.)",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-156",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						327.0,
						1772.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-157",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						632.0,
						1738.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-158",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						211.0,
						1738.0,
						101.0,
						22.0
					],
					"text": "s #0-set-release"
				}
			},
			{
				"box": {
					"id": "obj-159",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						750.0,
						1670.0,
						62.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "gain",
					"presentation": 1,
					"presentation_rect": [
						344.0,
						217.0,
						62.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-160",
					"maxclass": "slider",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						1836.0,
						156.0,
						18.0
					],
					"floatoutput": 1,
					"min": 0.0,
					"size": 1.0,
					"orientation": 1,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"knobcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"elementcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						414.0,
						218.0,
						156.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-161",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						191.0,
						1836.0,
						62.0,
						22.0
					],
					"numdecimalplaces": 1,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": -60.0,
					"maximum": 6.0,
					"triangle": 0,
					"varname": "gain",
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						576.0,
						216.0,
						62.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-162",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						1870.0,
						120.0,
						22.0
					],
					"text": "scale 0. 1. -60.0 6.0",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-163",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						191.0,
						1870.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-164",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						268.0,
						1836.0,
						94.0,
						22.0
					],
					"text": "r #0-show-gain",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-165",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						268.0,
						1870.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-166",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						290.0,
						1904.0,
						120.0,
						22.0
					],
					"text": "scale -60.0 6.0 0. 1.",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-167",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						290.0,
						1938.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-168",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						425.0,
						1904.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-169",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						191.0,
						1904.0,
						84.0,
						22.0
					],
					"text": "s #0-set-gain"
				}
			},
			{
				"box": {
					"id": "obj-170",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						543.0,
						1836.0,
						62.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "pan",
					"presentation": 1,
					"presentation_rect": [
						344.0,
						246.0,
						62.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-171",
					"maxclass": "slider",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						2002.0,
						156.0,
						18.0
					],
					"floatoutput": 1,
					"min": 0.0,
					"size": 1.0,
					"orientation": 1,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"knobcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"elementcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						414.0,
						247.0,
						156.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-172",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						191.0,
						2002.0,
						62.0,
						22.0
					],
					"numdecimalplaces": 2,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": -1.0,
					"maximum": 1.0,
					"triangle": 0,
					"varname": "pan",
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						576.0,
						245.0,
						62.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-173",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						2036.0,
						113.0,
						22.0
					],
					"text": "scale 0. 1. -1.0 1.0",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-174",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						191.0,
						2036.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-175",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						268.0,
						2002.0,
						91.0,
						22.0
					],
					"text": "r #0-show-pan",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-176",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						268.0,
						2036.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-177",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						287.0,
						2070.0,
						113.0,
						22.0
					],
					"text": "scale -1.0 1.0 0. 1.",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-178",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						287.0,
						2104.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-179",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						415.0,
						2070.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-180",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						191.0,
						2070.0,
						81.0,
						22.0
					],
					"text": "s #0-set-pan"
				}
			},
			{
				"box": {
					"id": "obj-181",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						533.0,
						2002.0,
						62.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "bend",
					"presentation": 1,
					"presentation_rect": [
						344.0,
						275.0,
						62.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-182",
					"maxclass": "slider",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						635.0,
						2002.0,
						156.0,
						18.0
					],
					"floatoutput": 1,
					"min": 0.0,
					"size": 1.0,
					"orientation": 1,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"knobcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"elementcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						414.0,
						276.0,
						156.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-183",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						919.0,
						2036.0,
						62.0,
						22.0
					],
					"numdecimalplaces": 2,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": -2.0,
					"maximum": 2.0,
					"triangle": 0,
					"varname": "bend",
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						576.0,
						274.0,
						62.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-184",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						635.0,
						2036.0,
						113.0,
						22.0
					],
					"text": "scale 0. 1. -2.0 2.0",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-185",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						924.0,
						2070.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-186",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						806.0,
						2002.0,
						98.0,
						22.0
					],
					"text": "r #0-show-bend",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-187",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						806.0,
						2036.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-188",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						877.0,
						2104.0,
						113.0,
						22.0
					],
					"text": "scale -2.0 2.0 0. 1.",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-189",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						877.0,
						2138.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-190",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						831.0,
						2070.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-191",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						1005.0,
						2104.0,
						88.0,
						22.0
					],
					"text": "s #0-set-bend"
				}
			},
			{
				"box": {
					"id": "obj-192",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						919.0,
						2002.0,
						71.0,
						22.0
					],
					"text": "r #0-wheel",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-193",
					"maxclass": "toggle",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						2202.0,
						18.0,
						18.0
					],
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"checkedcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"varname": "legato",
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						416.0,
						310.0,
						18.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-194",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						20.0,
						2236.0,
						94.0,
						22.0
					],
					"text": "s #0-set-legato"
				}
			},
			{
				"box": {
					"id": "obj-195",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						53.0,
						2202.0,
						104.0,
						22.0
					],
					"text": "r #0-show-legato",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-196",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						129.0,
						2236.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-197",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						247.0,
						2202.0,
						62.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "legato",
					"presentation": 1,
					"presentation_rect": [
						344.0,
						309.0,
						62.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-198",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						349.0,
						2202.0,
						60.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "pitch",
					"presentation": 1,
					"presentation_rect": [
						510.0,
						309.0,
						60.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-199",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						449.0,
						2202.0,
						62.0,
						22.0
					],
					"numdecimalplaces": 2,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": 0,
					"maximum": 127,
					"triangle": 0,
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						576.0,
						308.0,
						62.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-200",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						449.0,
						2236.0,
						87.0,
						22.0
					],
					"text": "s #0-set-pitch"
				}
			},
			{
				"box": {
					"id": "obj-201",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						526.0,
						2202.0,
						97.0,
						22.0
					],
					"text": "r #0-show-pitch",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-202",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						551.0,
						2236.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-203",
					"maxclass": "bpatcher",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						669.0,
						2236.0,
						240.0,
						268.0
					],
					"name": "timbre.plane.maxpat",
					"args": [
						"*"
					],
					"border": 0,
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						664.0,
						70.0,
						240.0,
						268.0
					]
				}
			},
			{
				"box": {
					"id": "obj-204",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						669.0,
						2202.0,
						69.0,
						22.0
					],
					"text": "r #0-plane",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-205",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						669.0,
						2516.0,
						32.0,
						22.0
					],
					"text": "t b",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-206",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						669.0,
						2550.0,
						77.0,
						22.0
					],
					"text": "s #0-moved"
				}
			},
			{
				"box": {
					"id": "obj-207",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"patching_rect": [
						716.0,
						2516.0,
						61.0,
						22.0
					],
					"text": "route fail",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-208",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						761.0,
						2550.0,
						81.0,
						22.0
					],
					"text": "s #0-refused"
				}
			},
			{
				"box": {
					"id": "obj-209",
					"maxclass": "panel",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						949.0,
						2202.0,
						40.0,
						20.0
					],
					"bgcolor": [
						0.925,
						0.918,
						0.894,
						1.0
					],
					"border": 0,
					"rounded": 4,
					"mode": 0,
					"presentation": 1,
					"presentation_rect": [
						912.0,
						70.0,
						80.0,
						268.0
					],
					"background": 1
				}
			},
			{
				"box": {
					"id": "obj-210",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						1029.0,
						2202.0,
						68.0,
						21.0
					],
					"textcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"fontsize": 12.0,
					"fontface": 1,
					"text": "master",
					"presentation": 1,
					"presentation_rect": [
						918.0,
						73.0,
						68.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-211",
					"maxclass": "slider",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						2614.0,
						14.0,
						150.0
					],
					"floatoutput": 1,
					"min": 0.0,
					"size": 1.0,
					"orientation": 2,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"knobcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"elementcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						920.0,
						116.0,
						14.0,
						150.0
					]
				}
			},
			{
				"box": {
					"id": "obj-212",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						49.0,
						2614.0,
						36.0,
						20.0
					],
					"numdecimalplaces": 1,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": -60.0,
					"maximum": 6.0,
					"triangle": 0,
					"varname": "master-gain",
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						916.0,
						270.0,
						36.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-213",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						548.0,
						2614.0,
						37.0,
						18.0
					],
					"textcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"fontsize": 9.0,
					"text": "gain",
					"presentation": 1,
					"presentation_rect": [
						914.0,
						94.0,
						37.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-214",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						2776.0,
						120.0,
						22.0
					],
					"text": "scale 0. 1. -60.0 6.0",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-215",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						155.0,
						2776.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-216",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						100.0,
						2614.0,
						135.0,
						22.0
					],
					"text": "r #0-show-master-gain",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-217",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						202.0,
						2776.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-218",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						295.0,
						2810.0,
						120.0,
						22.0
					],
					"text": "scale -60.0 6.0 0. 1.",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-219",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						295.0,
						2844.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-220",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						430.0,
						2810.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-221",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						155.0,
						2810.0,
						125.0,
						22.0
					],
					"text": "s #0-set-master-gain"
				}
			},
			{
				"box": {
					"id": "obj-222",
					"maxclass": "slider",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						2908.0,
						14.0,
						150.0
					],
					"floatoutput": 1,
					"min": 0.0,
					"size": 1.0,
					"orientation": 2,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"knobcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"elementcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						957.0,
						116.0,
						14.0,
						150.0
					]
				}
			},
			{
				"box": {
					"id": "obj-223",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						49.0,
						2908.0,
						36.0,
						20.0
					],
					"numdecimalplaces": 1,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": -24.0,
					"maximum": -0.1,
					"triangle": 0,
					"varname": "master-ceiling",
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						953.0,
						270.0,
						36.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-224",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						567.0,
						2908.0,
						37.0,
						18.0
					],
					"textcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"fontsize": 9.0,
					"text": "ceiling",
					"presentation": 1,
					"presentation_rect": [
						951.0,
						94.0,
						37.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-225",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						3070.0,
						124.0,
						22.0
					],
					"text": "scale 0. 1. -24.0 -0.1",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-226",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						159.0,
						3070.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-227",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						100.0,
						2908.0,
						146.0,
						22.0
					],
					"text": "r #0-show-master-ceiling",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-228",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						206.0,
						3070.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-229",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						310.0,
						3104.0,
						124.0,
						22.0
					],
					"text": "scale -24.0 -0.1 0. 1.",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-230",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						310.0,
						3138.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-231",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						449.0,
						3104.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-232",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						159.0,
						3104.0,
						136.0,
						22.0
					],
					"text": "s #0-set-master-ceiling"
				}
			},
			{
				"box": {
					"id": "obj-233",
					"maxclass": "slider",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						644.0,
						2908.0,
						10.0,
						150.0
					],
					"floatoutput": 1,
					"min": 0.0,
					"size": 1.0,
					"orientation": 2,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"knobcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"elementcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"ignoreclick": 1,
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						937.0,
						116.0,
						10.0,
						150.0
					]
				}
			},
			{
				"box": {
					"id": "obj-234",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						669.0,
						2908.0,
						81.0,
						22.0
					],
					"text": "r #0-meter-0",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-235",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						669.0,
						3070.0,
						107.0,
						22.0
					],
					"text": "scale -60. 0. 0. 1.",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-236",
					"maxclass": "newobj",
					"numinlets": 3,
					"numoutlets": 1,
					"patching_rect": [
						669.0,
						3104.0,
						59.0,
						22.0
					],
					"text": "clip 0. 1.",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-237",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						669.0,
						3138.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-238",
					"maxclass": "slider",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						816.0,
						2908.0,
						10.0,
						150.0
					],
					"floatoutput": 1,
					"min": 0.0,
					"size": 1.0,
					"orientation": 2,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"knobcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"elementcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"ignoreclick": 1,
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						973.0,
						116.0,
						10.0,
						150.0
					]
				}
			},
			{
				"box": {
					"id": "obj-239",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						841.0,
						2908.0,
						81.0,
						22.0
					],
					"text": "r #0-meter-1",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-240",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						841.0,
						3070.0,
						107.0,
						22.0
					],
					"text": "scale -60. 0. 0. 1.",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-241",
					"maxclass": "newobj",
					"numinlets": 3,
					"numoutlets": 1,
					"patching_rect": [
						841.0,
						3104.0,
						59.0,
						22.0
					],
					"text": "clip 0. 1.",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-242",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						841.0,
						3138.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-243",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						988.0,
						2908.0,
						74.0,
						19.0
					],
					"textcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"fontsize": 10.0,
					"text": "dB, and peaks",
					"presentation": 1,
					"presentation_rect": [
						916.0,
						294.0,
						74.0,
						36.0
					]
				}
			},
			{
				"box": {
					"id": "obj-244",
					"maxclass": "panel",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						20.0,
						3202.0,
						40.0,
						20.0
					],
					"bgcolor": [
						0.925,
						0.918,
						0.894,
						1.0
					],
					"border": 0,
					"rounded": 4,
					"mode": 0,
					"presentation": 1,
					"presentation_rect": [
						8.0,
						346.0,
						320.0,
						236.0
					],
					"background": 1
				}
			},
			{
				"box": {
					"id": "obj-245",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						100.0,
						3202.0,
						167.0,
						21.0
					],
					"textcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"fontsize": 12.0,
					"fontface": 1,
					"text": "axes of the space",
					"presentation": 1,
					"presentation_rect": [
						14.0,
						349.0,
						167.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-246",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						307.0,
						3236.0,
						82.0,
						19.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 10.0,
					"text": "-",
					"presentation": 1,
					"presentation_rect": [
						14.0,
						375.0,
						82.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-247",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						307.0,
						3202.0,
						113.0,
						22.0
					],
					"text": "r #0-label-macro-1",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-248",
					"maxclass": "slider",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						460.0,
						3202.0,
						156.0,
						18.0
					],
					"floatoutput": 1,
					"min": 0.0,
					"size": 1.0,
					"orientation": 1,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"knobcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"elementcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						98.0,
						376.0,
						156.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-249",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						631.0,
						3202.0,
						62.0,
						22.0
					],
					"numdecimalplaces": 2,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": -1,
					"maximum": 1,
					"triangle": 0,
					"varname": "macro-1",
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						260.0,
						374.0,
						62.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-250",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						460.0,
						3236.0,
						113.0,
						22.0
					],
					"text": "scale 0. 1. -1.0 1.0",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-251",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						631.0,
						3236.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-252",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						708.0,
						3202.0,
						115.0,
						22.0
					],
					"text": "r #0-show-macro-1",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-253",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						708.0,
						3236.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-254",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						751.0,
						3270.0,
						113.0,
						22.0
					],
					"text": "scale -1.0 1.0 0. 1.",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-255",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						751.0,
						3304.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-256",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						879.0,
						3270.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-257",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						631.0,
						3270.0,
						105.0,
						22.0
					],
					"text": "s #0-set-macro-1"
				}
			},
			{
				"box": {
					"id": "obj-258",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						20.0,
						3402.0,
						82.0,
						19.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 10.0,
					"text": "-",
					"presentation": 1,
					"presentation_rect": [
						14.0,
						401.0,
						82.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-259",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						3368.0,
						113.0,
						22.0
					],
					"text": "r #0-label-macro-2",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-260",
					"maxclass": "slider",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						173.0,
						3368.0,
						156.0,
						18.0
					],
					"floatoutput": 1,
					"min": 0.0,
					"size": 1.0,
					"orientation": 1,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"knobcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"elementcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						98.0,
						402.0,
						156.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-261",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						344.0,
						3368.0,
						62.0,
						22.0
					],
					"numdecimalplaces": 2,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": -1,
					"maximum": 1,
					"triangle": 0,
					"varname": "macro-2",
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						260.0,
						400.0,
						62.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-262",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						173.0,
						3402.0,
						113.0,
						22.0
					],
					"text": "scale 0. 1. -1.0 1.0",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-263",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						344.0,
						3402.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-264",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						421.0,
						3368.0,
						115.0,
						22.0
					],
					"text": "r #0-show-macro-2",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-265",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						421.0,
						3402.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-266",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						464.0,
						3436.0,
						113.0,
						22.0
					],
					"text": "scale -1.0 1.0 0. 1.",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-267",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						464.0,
						3470.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-268",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						592.0,
						3436.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-269",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						344.0,
						3436.0,
						105.0,
						22.0
					],
					"text": "s #0-set-macro-2"
				}
			},
			{
				"box": {
					"id": "obj-270",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						710.0,
						3402.0,
						82.0,
						19.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 10.0,
					"text": "-",
					"presentation": 1,
					"presentation_rect": [
						14.0,
						427.0,
						82.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-271",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						710.0,
						3368.0,
						113.0,
						22.0
					],
					"text": "r #0-label-macro-3",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-272",
					"maxclass": "slider",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						3534.0,
						156.0,
						18.0
					],
					"floatoutput": 1,
					"min": 0.0,
					"size": 1.0,
					"orientation": 1,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"knobcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"elementcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						98.0,
						428.0,
						156.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-273",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						191.0,
						3534.0,
						62.0,
						22.0
					],
					"numdecimalplaces": 2,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": -1,
					"maximum": 1,
					"triangle": 0,
					"varname": "macro-3",
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						260.0,
						426.0,
						62.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-274",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						3568.0,
						113.0,
						22.0
					],
					"text": "scale 0. 1. -1.0 1.0",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-275",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						191.0,
						3568.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-276",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						268.0,
						3534.0,
						115.0,
						22.0
					],
					"text": "r #0-show-macro-3",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-277",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						268.0,
						3568.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-278",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						311.0,
						3602.0,
						113.0,
						22.0
					],
					"text": "scale -1.0 1.0 0. 1.",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-279",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						311.0,
						3636.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-280",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						439.0,
						3602.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-281",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						191.0,
						3602.0,
						105.0,
						22.0
					],
					"text": "s #0-set-macro-3"
				}
			},
			{
				"box": {
					"id": "obj-282",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						557.0,
						3568.0,
						82.0,
						19.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 10.0,
					"text": "-",
					"presentation": 1,
					"presentation_rect": [
						14.0,
						453.0,
						82.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-283",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						557.0,
						3534.0,
						113.0,
						22.0
					],
					"text": "r #0-label-macro-4",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-284",
					"maxclass": "slider",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						3700.0,
						156.0,
						18.0
					],
					"floatoutput": 1,
					"min": 0.0,
					"size": 1.0,
					"orientation": 1,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"knobcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"elementcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						98.0,
						454.0,
						156.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-285",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						191.0,
						3700.0,
						62.0,
						22.0
					],
					"numdecimalplaces": 2,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": -1,
					"maximum": 1,
					"triangle": 0,
					"varname": "macro-4",
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						260.0,
						452.0,
						62.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-286",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						3734.0,
						113.0,
						22.0
					],
					"text": "scale 0. 1. -1.0 1.0",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-287",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						191.0,
						3734.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-288",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						268.0,
						3700.0,
						115.0,
						22.0
					],
					"text": "r #0-show-macro-4",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-289",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						268.0,
						3734.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-290",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						311.0,
						3768.0,
						113.0,
						22.0
					],
					"text": "scale -1.0 1.0 0. 1.",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-291",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						311.0,
						3802.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-292",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						439.0,
						3768.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-293",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						191.0,
						3768.0,
						105.0,
						22.0
					],
					"text": "s #0-set-macro-4"
				}
			},
			{
				"box": {
					"id": "obj-294",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						557.0,
						3734.0,
						82.0,
						19.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 10.0,
					"text": "-",
					"presentation": 1,
					"presentation_rect": [
						14.0,
						479.0,
						82.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-295",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						557.0,
						3700.0,
						113.0,
						22.0
					],
					"text": "r #0-label-macro-5",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-296",
					"maxclass": "slider",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						3866.0,
						156.0,
						18.0
					],
					"floatoutput": 1,
					"min": 0.0,
					"size": 1.0,
					"orientation": 1,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"knobcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"elementcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						98.0,
						480.0,
						156.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-297",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						191.0,
						3866.0,
						62.0,
						22.0
					],
					"numdecimalplaces": 2,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": -1,
					"maximum": 1,
					"triangle": 0,
					"varname": "macro-5",
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						260.0,
						478.0,
						62.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-298",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						3900.0,
						113.0,
						22.0
					],
					"text": "scale 0. 1. -1.0 1.0",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-299",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						191.0,
						3900.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-300",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						268.0,
						3866.0,
						115.0,
						22.0
					],
					"text": "r #0-show-macro-5",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-301",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						268.0,
						3900.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-302",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						311.0,
						3934.0,
						113.0,
						22.0
					],
					"text": "scale -1.0 1.0 0. 1.",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-303",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						311.0,
						3968.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-304",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						439.0,
						3934.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-305",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						191.0,
						3934.0,
						105.0,
						22.0
					],
					"text": "s #0-set-macro-5"
				}
			},
			{
				"box": {
					"id": "obj-306",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						557.0,
						3900.0,
						82.0,
						19.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 10.0,
					"text": "-",
					"presentation": 1,
					"presentation_rect": [
						14.0,
						505.0,
						82.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-307",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						557.0,
						3866.0,
						113.0,
						22.0
					],
					"text": "r #0-label-macro-6",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-308",
					"maxclass": "slider",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						4032.0,
						156.0,
						18.0
					],
					"floatoutput": 1,
					"min": 0.0,
					"size": 1.0,
					"orientation": 1,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"knobcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"elementcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						98.0,
						506.0,
						156.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-309",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						191.0,
						4032.0,
						62.0,
						22.0
					],
					"numdecimalplaces": 2,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": -1,
					"maximum": 1,
					"triangle": 0,
					"varname": "macro-6",
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						260.0,
						504.0,
						62.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-310",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						4066.0,
						113.0,
						22.0
					],
					"text": "scale 0. 1. -1.0 1.0",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-311",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						191.0,
						4066.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-312",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						268.0,
						4032.0,
						115.0,
						22.0
					],
					"text": "r #0-show-macro-6",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-313",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						268.0,
						4066.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-314",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						311.0,
						4100.0,
						113.0,
						22.0
					],
					"text": "scale -1.0 1.0 0. 1.",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-315",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						311.0,
						4134.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-316",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						439.0,
						4100.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-317",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						191.0,
						4100.0,
						105.0,
						22.0
					],
					"text": "s #0-set-macro-6"
				}
			},
			{
				"box": {
					"id": "obj-318",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						557.0,
						4066.0,
						82.0,
						19.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 10.0,
					"text": "-",
					"presentation": 1,
					"presentation_rect": [
						14.0,
						531.0,
						82.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-319",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						557.0,
						4032.0,
						113.0,
						22.0
					],
					"text": "r #0-label-macro-7",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-320",
					"maxclass": "slider",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						4198.0,
						156.0,
						18.0
					],
					"floatoutput": 1,
					"min": 0.0,
					"size": 1.0,
					"orientation": 1,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"knobcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"elementcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						98.0,
						532.0,
						156.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-321",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						191.0,
						4198.0,
						62.0,
						22.0
					],
					"numdecimalplaces": 2,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": -1,
					"maximum": 1,
					"triangle": 0,
					"varname": "macro-7",
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						260.0,
						530.0,
						62.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-322",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						4232.0,
						113.0,
						22.0
					],
					"text": "scale 0. 1. -1.0 1.0",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-323",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						191.0,
						4232.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-324",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						268.0,
						4198.0,
						115.0,
						22.0
					],
					"text": "r #0-show-macro-7",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-325",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						268.0,
						4232.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-326",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						311.0,
						4266.0,
						113.0,
						22.0
					],
					"text": "scale -1.0 1.0 0. 1.",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-327",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						311.0,
						4300.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-328",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						439.0,
						4266.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-329",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						191.0,
						4266.0,
						105.0,
						22.0
					],
					"text": "s #0-set-macro-7"
				}
			},
			{
				"box": {
					"id": "obj-330",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						557.0,
						4232.0,
						82.0,
						19.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 10.0,
					"text": "-",
					"presentation": 1,
					"presentation_rect": [
						14.0,
						557.0,
						82.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-331",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						557.0,
						4198.0,
						113.0,
						22.0
					],
					"text": "r #0-label-macro-8",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-332",
					"maxclass": "slider",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						4364.0,
						156.0,
						18.0
					],
					"floatoutput": 1,
					"min": 0.0,
					"size": 1.0,
					"orientation": 1,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"knobcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"elementcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						98.0,
						558.0,
						156.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-333",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						191.0,
						4364.0,
						62.0,
						22.0
					],
					"numdecimalplaces": 2,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": -1,
					"maximum": 1,
					"triangle": 0,
					"varname": "macro-8",
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						260.0,
						556.0,
						62.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-334",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						4398.0,
						113.0,
						22.0
					],
					"text": "scale 0. 1. -1.0 1.0",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-335",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						191.0,
						4398.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-336",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						268.0,
						4364.0,
						115.0,
						22.0
					],
					"text": "r #0-show-macro-8",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-337",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						268.0,
						4398.0,
						32.0,
						22.0
					],
					"text": "t f f",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-338",
					"maxclass": "newobj",
					"numinlets": 6,
					"numoutlets": 1,
					"patching_rect": [
						311.0,
						4432.0,
						113.0,
						22.0
					],
					"text": "scale -1.0 1.0 0. 1.",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-339",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						311.0,
						4466.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-340",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						439.0,
						4432.0,
						78.0,
						22.0
					],
					"text": "prepend set",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-341",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						191.0,
						4432.0,
						105.0,
						22.0
					],
					"text": "s #0-set-macro-8"
				}
			},
			{
				"box": {
					"id": "obj-342",
					"maxclass": "panel",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						557.0,
						4364.0,
						40.0,
						20.0
					],
					"bgcolor": [
						0.925,
						0.918,
						0.894,
						1.0
					],
					"border": 0,
					"rounded": 4,
					"mode": 0,
					"presentation": 1,
					"presentation_rect": [
						336.0,
						346.0,
						320.0,
						236.0
					],
					"background": 1
				}
			},
			{
				"box": {
					"id": "obj-343",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						637.0,
						4364.0,
						113.0,
						21.0
					],
					"textcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"fontsize": 12.0,
					"fontface": 1,
					"text": "descriptors",
					"presentation": 1,
					"presentation_rect": [
						342.0,
						349.0,
						113.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-344",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						790.0,
						4364.0,
						60.0,
						20.0
					],
					"textcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"fontsize": 11.0,
					"text": "wanted",
					"presentation": 1,
					"presentation_rect": [
						466.0,
						350.0,
						60.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-345",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						890.0,
						4364.0,
						60.0,
						20.0
					],
					"textcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"fontsize": 11.0,
					"text": "reached",
					"presentation": 1,
					"presentation_rect": [
						536.0,
						350.0,
						60.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-346",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						990.0,
						4364.0,
						100.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "centroid",
					"presentation": 1,
					"presentation_rect": [
						344.0,
						377.0,
						100.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-347",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						20.0,
						4530.0,
						74.0,
						22.0
					],
					"numdecimalplaces": 1,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": 0,
					"maximum": 24000,
					"triangle": 0,
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						454.0,
						376.0,
						74.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-348",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						20.0,
						4564.0,
						104.0,
						22.0
					],
					"text": "s #0-set-centroid"
				}
			},
			{
				"box": {
					"id": "obj-349",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						164.0,
						4564.0,
						74.0,
						22.0
					],
					"numdecimalplaces": 1,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"cantchange": 1,
					"ignoreclick": 1,
					"triangle": 0,
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						536.0,
						376.0,
						74.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-350",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						164.0,
						4530.0,
						129.0,
						22.0
					],
					"text": "r #0-reached-centroid",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-351",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						333.0,
						4530.0,
						42.0,
						20.0
					],
					"textcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"fontsize": 11.0,
					"text": "Hz",
					"presentation": 1,
					"presentation_rect": [
						612.0,
						377.0,
						42.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-352",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						415.0,
						4530.0,
						100.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "bandwidth",
					"presentation": 1,
					"presentation_rect": [
						344.0,
						409.0,
						100.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-353",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						555.0,
						4530.0,
						74.0,
						22.0
					],
					"numdecimalplaces": 1,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": 0,
					"maximum": 24000,
					"triangle": 0,
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						454.0,
						408.0,
						74.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-354",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						555.0,
						4564.0,
						116.0,
						22.0
					],
					"text": "s #0-set-bandwidth"
				}
			},
			{
				"box": {
					"id": "obj-355",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						711.0,
						4564.0,
						74.0,
						22.0
					],
					"numdecimalplaces": 1,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"cantchange": 1,
					"ignoreclick": 1,
					"triangle": 0,
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						536.0,
						408.0,
						74.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-356",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						711.0,
						4530.0,
						141.0,
						22.0
					],
					"text": "r #0-reached-bandwidth",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-357",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						892.0,
						4530.0,
						42.0,
						20.0
					],
					"textcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"fontsize": 11.0,
					"text": "Hz",
					"presentation": 1,
					"presentation_rect": [
						612.0,
						409.0,
						42.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-358",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						974.0,
						4530.0,
						100.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "flatness",
					"presentation": 1,
					"presentation_rect": [
						344.0,
						441.0,
						100.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-359",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						20.0,
						4628.0,
						74.0,
						22.0
					],
					"numdecimalplaces": 4,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": 0,
					"maximum": 24000,
					"triangle": 0,
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						454.0,
						440.0,
						74.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-360",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						20.0,
						4662.0,
						103.0,
						22.0
					],
					"text": "s #0-set-flatness"
				}
			},
			{
				"box": {
					"id": "obj-361",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						163.0,
						4662.0,
						74.0,
						22.0
					],
					"numdecimalplaces": 4,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"cantchange": 1,
					"ignoreclick": 1,
					"triangle": 0,
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						536.0,
						440.0,
						74.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-362",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						163.0,
						4628.0,
						128.0,
						22.0
					],
					"text": "r #0-reached-flatness",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-363",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						331.0,
						4628.0,
						100.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "rolloff",
					"presentation": 1,
					"presentation_rect": [
						344.0,
						473.0,
						100.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-364",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						471.0,
						4628.0,
						74.0,
						22.0
					],
					"numdecimalplaces": 1,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": 0,
					"maximum": 24000,
					"triangle": 0,
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						454.0,
						472.0,
						74.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-365",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						471.0,
						4662.0,
						91.0,
						22.0
					],
					"text": "s #0-set-rolloff"
				}
			},
			{
				"box": {
					"id": "obj-366",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						602.0,
						4662.0,
						74.0,
						22.0
					],
					"numdecimalplaces": 1,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"cantchange": 1,
					"ignoreclick": 1,
					"triangle": 0,
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						536.0,
						472.0,
						74.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-367",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						602.0,
						4628.0,
						116.0,
						22.0
					],
					"text": "r #0-reached-rolloff",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-368",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						758.0,
						4628.0,
						42.0,
						20.0
					],
					"textcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"fontsize": 11.0,
					"text": "Hz",
					"presentation": 1,
					"presentation_rect": [
						612.0,
						473.0,
						42.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-369",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						840.0,
						4628.0,
						100.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "loudness",
					"presentation": 1,
					"presentation_rect": [
						344.0,
						505.0,
						100.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-370",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						980.0,
						4628.0,
						74.0,
						22.0
					],
					"numdecimalplaces": 1,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": -90,
					"maximum": 24000,
					"triangle": 0,
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						454.0,
						504.0,
						74.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-371",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						980.0,
						4662.0,
						109.0,
						22.0
					],
					"text": "s #0-set-loudness"
				}
			},
			{
				"box": {
					"id": "obj-372",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						20.0,
						4760.0,
						74.0,
						22.0
					],
					"numdecimalplaces": 1,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"cantchange": 1,
					"ignoreclick": 1,
					"triangle": 0,
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						536.0,
						504.0,
						74.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-373",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						4726.0,
						135.0,
						22.0
					],
					"text": "r #0-reached-loudness",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-374",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						195.0,
						4726.0,
						42.0,
						20.0
					],
					"textcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"fontsize": 11.0,
					"text": "dB",
					"presentation": 1,
					"presentation_rect": [
						612.0,
						505.0,
						42.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-375",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						277.0,
						4726.0,
						304.0,
						20.0
					],
					"textcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"fontsize": 11.0,
					"text": "Goes to the nearest point of the space that has it.",
					"presentation": 1,
					"presentation_rect": [
						344.0,
						538.0,
						304.0,
						36.0
					]
				}
			},
			{
				"box": {
					"id": "obj-376",
					"maxclass": "panel",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						621.0,
						4726.0,
						40.0,
						20.0
					],
					"bgcolor": [
						0.925,
						0.918,
						0.894,
						1.0
					],
					"border": 0,
					"rounded": 4,
					"mode": 0,
					"presentation": 1,
					"presentation_rect": [
						664.0,
						346.0,
						328.0,
						128.0
					],
					"background": 1
				}
			},
			{
				"box": {
					"id": "obj-377",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						701.0,
						4726.0,
						203.0,
						21.0
					],
					"textcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"fontsize": 12.0,
					"fontface": 1,
					"text": "presets of the server",
					"presentation": 1,
					"presentation_rect": [
						670.0,
						349.0,
						203.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-378",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						944.0,
						4726.0,
						50.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "recall",
					"presentation": 1,
					"presentation_rect": [
						672.0,
						377.0,
						50.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-379",
					"maxclass": "umenu",
					"numinlets": 1,
					"numoutlets": 3,
					"patching_rect": [
						20.0,
						4858.0,
						150.0,
						22.0
					],
					"fontsize": 11.0,
					"outlettype": [
						"",
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						724.0,
						376.0,
						150.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-380",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						4824.0,
						79.0,
						22.0
					],
					"text": "r #0-presets",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-381",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						45.0,
						4892.0,
						63.0,
						22.0
					],
					"text": "tosymbol",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-382",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						45.0,
						4926.0,
						75.0,
						22.0
					],
					"text": "s #0-preset"
				}
			},
			{
				"box": {
					"id": "obj-383",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						210.0,
						4858.0,
						44.0,
						22.0
					],
					"numdecimalplaces": 2,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": 0,
					"maximum": 600,
					"triangle": 0,
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						882.0,
						376.0,
						44.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-384",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						210.0,
						4892.0,
						97.0,
						22.0
					],
					"text": "s #0-recall-time"
				}
			},
			{
				"box": {
					"id": "obj-385",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						210.0,
						4824.0,
						95.0,
						22.0
					],
					"text": "loadmess set 1",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-386",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						347.0,
						4824.0,
						60.0,
						20.0
					],
					"textcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"fontsize": 11.0,
					"text": "seconds",
					"presentation": 1,
					"presentation_rect": [
						928.0,
						378.0,
						60.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-387",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						447.0,
						4824.0,
						50.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "name",
					"presentation": 1,
					"presentation_rect": [
						672.0,
						409.0,
						50.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-388",
					"maxclass": "textedit",
					"numinlets": 1,
					"numoutlets": 4,
					"patching_rect": [
						537.0,
						4858.0,
						150.0,
						24.0
					],
					"keymode": 1,
					"outputmode": 1,
					"lines": 1,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 11.0,
					"text": "",
					"outlettype": [
						"",
						"",
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						724.0,
						408.0,
						150.0,
						24.0
					]
				}
			},
			{
				"box": {
					"id": "obj-389",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						537.0,
						4824.0,
						69.0,
						22.0
					],
					"text": "r #0-name",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-390",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						537.0,
						4894.0,
						95.0,
						22.0
					],
					"text": "s #0-name-told"
				}
			},
			{
				"box": {
					"id": "obj-391",
					"maxclass": "textbutton",
					"numinlets": 1,
					"numoutlets": 3,
					"patching_rect": [
						727.0,
						4824.0,
						70.0,
						24.0
					],
					"bgcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"textcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"fontsize": 12.0,
					"rounded": 4.0,
					"mode": 0,
					"text": "store",
					"outlettype": [
						"",
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						724.0,
						440.0,
						70.0,
						24.0
					]
				}
			},
			{
				"box": {
					"id": "obj-392",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						727.0,
						4860.0,
						68.0,
						22.0
					],
					"text": "s #0-store"
				}
			},
			{
				"box": {
					"id": "obj-393",
					"maxclass": "textbutton",
					"numinlets": 1,
					"numoutlets": 3,
					"patching_rect": [
						837.0,
						4824.0,
						70.0,
						24.0
					],
					"bgcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"textcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"fontsize": 12.0,
					"rounded": 4.0,
					"mode": 0,
					"text": "delete",
					"outlettype": [
						"",
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						804.0,
						440.0,
						70.0,
						24.0
					]
				}
			},
			{
				"box": {
					"id": "obj-394",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						837.0,
						4860.0,
						74.0,
						22.0
					],
					"text": "s #0-delete"
				}
			},
			{
				"box": {
					"id": "obj-395",
					"maxclass": "panel",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						951.0,
						4824.0,
						40.0,
						20.0
					],
					"bgcolor": [
						0.925,
						0.918,
						0.894,
						1.0
					],
					"border": 0,
					"rounded": 4,
					"mode": 0,
					"presentation": 1,
					"presentation_rect": [
						664.0,
						480.0,
						328.0,
						102.0
					],
					"background": 1
				}
			},
			{
				"box": {
					"id": "obj-396",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						20.0,
						4990.0,
						140.0,
						21.0
					],
					"textcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"fontsize": 12.0,
					"fontface": 1,
					"text": "presets of Max",
					"presentation": 1,
					"presentation_rect": [
						670.0,
						483.0,
						140.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-397",
					"maxclass": "preset",
					"numinlets": 1,
					"numoutlets": 5,
					"patching_rect": [
						200.0,
						4990.0,
						150.0,
						44.0
					],
					"pattrstorage": "timbre-controller",
					"bubblesize": 16,
					"embed": 0,
					"emptycolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"stored1": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"outlettype": [
						"",
						"",
						"",
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						672.0,
						504.0,
						150.0,
						44.0
					]
				}
			},
			{
				"box": {
					"id": "obj-398",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						390.0,
						4990.0,
						336.0,
						22.0
					],
					"varname": "timbre-controller",
					"text": "pattrstorage timbre-controller @savemode 0 @autorestore 0",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-399",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 4,
					"patching_rect": [
						936.0,
						4990.0,
						148.0,
						22.0
					],
					"varname": "timbre-names",
					"text": "autopattr @autorestore 0",
					"outlettype": [
						"",
						"",
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-400",
					"maxclass": "textbutton",
					"numinlets": 1,
					"numoutlets": 3,
					"patching_rect": [
						741.0,
						4990.0,
						70.0,
						24.0
					],
					"bgcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"textcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"fontsize": 12.0,
					"rounded": 4.0,
					"mode": 0,
					"text": "read",
					"outlettype": [
						"",
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						832.0,
						504.0,
						70.0,
						24.0
					]
				}
			},
			{
				"box": {
					"id": "obj-401",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"patching_rect": [
						741.0,
						5026.0,
						41.0,
						22.0
					],
					"text": "read",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-402",
					"maxclass": "textbutton",
					"numinlets": 1,
					"numoutlets": 3,
					"patching_rect": [
						826.0,
						4990.0,
						70.0,
						24.0
					],
					"bgcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"textcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"fontsize": 12.0,
					"rounded": 4.0,
					"mode": 0,
					"text": "write",
					"outlettype": [
						"",
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						910.0,
						504.0,
						70.0,
						24.0
					]
				}
			},
			{
				"box": {
					"id": "obj-403",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"patching_rect": [
						826.0,
						5026.0,
						42.0,
						22.0
					],
					"text": "write",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-404",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						20.0,
						5090.0,
						312.0,
						20.0
					],
					"textcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"fontsize": 11.0,
					"text": "The sliders of this window: shift-click stores.",
					"presentation": 1,
					"presentation_rect": [
						672.0,
						552.0,
						312.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-405",
					"maxclass": "panel",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						372.0,
						5090.0,
						40.0,
						20.0
					],
					"bgcolor": [
						0.925,
						0.918,
						0.894,
						1.0
					],
					"border": 0,
					"rounded": 4,
					"mode": 0,
					"presentation": 1,
					"presentation_rect": [
						8.0,
						588.0,
						984.0,
						78.0
					],
					"background": 1
				}
			},
			{
				"box": {
					"id": "obj-406",
					"maxclass": "kslider",
					"numinlets": 2,
					"numoutlets": 2,
					"patching_rect": [
						20.0,
						5186.0,
						770.0,
						53.0
					],
					"range": 60,
					"offset": 36,
					"mode": 0,
					"hkeycolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						16.0,
						602.0,
						770.0,
						53.0
					]
				}
			},
			{
				"box": {
					"id": "obj-407",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						95.0,
						5251.0,
						81.0,
						22.0
					],
					"text": "s #0-velocity"
				}
			},
			{
				"box": {
					"id": "obj-408",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						20.0,
						5251.0,
						60.0,
						22.0
					],
					"text": "s #0-key"
				}
			},
			{
				"box": {
					"id": "obj-409",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						5152.0,
						64.0,
						22.0
					],
					"text": "r #0-keys",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-410",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						830.0,
						5186.0,
						44.0,
						22.0
					],
					"numdecimalplaces": 2,
					"fontsize": 11.0,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"minimum": 0.05,
					"maximum": 60,
					"triangle": 0,
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						798.0,
						602.0,
						44.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-411",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						830.0,
						5220.0,
						74.0,
						22.0
					],
					"text": "s #0-length"
				}
			},
			{
				"box": {
					"id": "obj-412",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						830.0,
						5152.0,
						95.0,
						22.0
					],
					"text": "loadmess set 1",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-413",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						965.0,
						5152.0,
						60.0,
						20.0
					],
					"textcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"fontsize": 11.0,
					"text": "seconds",
					"presentation": 1,
					"presentation_rect": [
						844.0,
						604.0,
						60.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-414",
					"maxclass": "toggle",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						5315.0,
						18.0,
						18.0
					],
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"checkedcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						798.0,
						632.0,
						18.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-415",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						20.0,
						5345.0,
						64.0,
						22.0
					],
					"text": "s #0-hold"
				}
			},
			{
				"box": {
					"id": "obj-416",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						124.0,
						5315.0,
						60.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "hold",
					"presentation": 1,
					"presentation_rect": [
						820.0,
						631.0,
						60.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-417",
					"maxclass": "panel",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						224.0,
						5315.0,
						40.0,
						20.0
					],
					"bgcolor": [
						0.925,
						0.918,
						0.894,
						1.0
					],
					"border": 0,
					"rounded": 4,
					"mode": 0,
					"presentation": 1,
					"presentation_rect": [
						8.0,
						672.0,
						984.0,
						22.0
					],
					"background": 1
				}
			},
			{
				"box": {
					"id": "obj-418",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						304.0,
						5349.0,
						530.0,
						21.0
					],
					"textcolor": [
						0.784,
						0.267,
						0.18,
						1.0
					],
					"fontsize": 12.0,
					"text": " ",
					"presentation": 1,
					"presentation_rect": [
						14.0,
						673.0,
						530.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-419",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						304.0,
						5315.0,
						75.0,
						22.0
					],
					"text": "r #0-refusal",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-420",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						874.0,
						5315.0,
						46.0,
						20.0
					],
					"textcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"fontsize": 11.0,
					"text": "phase",
					"presentation": 1,
					"presentation_rect": [
						552.0,
						674.0,
						46.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-421",
					"maxclass": "umenu",
					"numinlets": 1,
					"numoutlets": 3,
					"patching_rect": [
						20.0,
						5446.0,
						150.0,
						22.0
					],
					"fontsize": 11.0,
					"items": [
						"bank",
						",",
						"rtpghi-0",
						",",
						"rtpghi-1",
						",",
						"spsi",
						",",
						"rtisi-la",
						",",
						"pghi",
						",",
						"block-griffin-lim"
					],
					"outlettype": [
						"",
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						600.0,
						672.0,
						150.0,
						22.0
					]
				}
			},
			{
				"box": {
					"id": "obj-422",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						5412.0,
						106.0,
						22.0
					],
					"text": "r #0-phase-menu",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-423",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						45.0,
						5480.0,
						63.0,
						22.0
					],
					"text": "tosymbol",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-424",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						45.0,
						5514.0,
						94.0,
						22.0
					],
					"text": "s #0-set-phase"
				}
			},
			{
				"box": {
					"id": "obj-425",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						210.0,
						5412.0,
						50.0,
						20.0
					],
					"textcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"fontsize": 11.0,
					"text": "server",
					"presentation": 1,
					"presentation_rect": [
						764.0,
						674.0,
						50.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-426",
					"maxclass": "textedit",
					"numinlets": 1,
					"numoutlets": 4,
					"patching_rect": [
						300.0,
						5412.0,
						172.0,
						20.0
					],
					"keymode": 1,
					"outputmode": 0,
					"lines": 1,
					"bgcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 11.0,
					"text": "127.0.0.1 57130",
					"outlettype": [
						"",
						"",
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						814.0,
						673.0,
						172.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-427",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"patching_rect": [
						300.0,
						5444.0,
						65.0,
						22.0
					],
					"text": "route text",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-428",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						300.0,
						5478.0,
						104.0,
						22.0
					],
					"text": "prepend connect",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-429",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						300.0,
						5512.0,
						83.0,
						22.0
					],
					"text": "s #0-connect"
				}
			},
			{
				"box": {
					"id": "obj-430",
					"maxclass": "newobj",
					"numinlets": 0,
					"numoutlets": 0,
					"patching_rect": [
						512.0,
						5412.0,
						56.0,
						22.0
					],
					"patcher": {
						"fileversion": 1,
						"appversion": {
							"major": 8,
							"minor": 5,
							"revision": 5,
							"architecture": "x64",
							"modernui": 1
						},
						"classnamespace": "box",
						"rect": [
							60,
							80,
							1047,
							136
						],
						"bglocked": 0,
						"openinpresentation": 0,
						"default_fontsize": 12.0,
						"default_fontface": 0,
						"default_fontname": "Arial",
						"gridonopen": 1,
						"gridsize": [
							15.0,
							15.0
						],
						"gridsnaponopen": 1,
						"objectsnaponopen": 1,
						"statusbarvisible": 2,
						"toolbarvisible": 1,
						"lefttoolbarpinned": 0,
						"toptoolbarpinned": 0,
						"righttoolbarpinned": 0,
						"bottomtoolbarpinned": 0,
						"toolbars_unpinned_last_save": 0,
						"tallnewobj": 0,
						"boxanimatetime": 200,
						"enablehscroll": 1,
						"enablevscroll": 1,
						"devicewidth": 0.0,
						"description": "",
						"digest": "",
						"tags": "",
						"style": "",
						"subpatcher_template": "",
						"assistshowspatchername": 0,
						"boxes": [
							{
								"box": {
									"id": "obj-1",
									"maxclass": "newobj",
									"numinlets": 0,
									"numoutlets": 0,
									"patching_rect": [
										20.0,
										20.0,
										83.0,
										22.0
									],
									"patcher": {
										"fileversion": 1,
										"appversion": {
											"major": 8,
											"minor": 5,
											"revision": 5,
											"architecture": "x64",
											"modernui": 1
										},
										"classnamespace": "box",
										"rect": [
											60,
											80,
											1215,
											817
										],
										"bglocked": 0,
										"openinpresentation": 0,
										"default_fontsize": 12.0,
										"default_fontface": 0,
										"default_fontname": "Arial",
										"gridonopen": 1,
										"gridsize": [
											15.0,
											15.0
										],
										"gridsnaponopen": 1,
										"objectsnaponopen": 1,
										"statusbarvisible": 2,
										"toolbarvisible": 1,
										"lefttoolbarpinned": 0,
										"toptoolbarpinned": 0,
										"righttoolbarpinned": 0,
										"bottomtoolbarpinned": 0,
										"toolbars_unpinned_last_save": 0,
										"tallnewobj": 0,
										"boxanimatetime": 200,
										"enablehscroll": 1,
										"enablevscroll": 1,
										"devicewidth": 0.0,
										"description": "",
										"digest": "",
										"tags": "",
										"style": "",
										"subpatcher_template": "",
										"assistshowspatchername": 0,
										"boxes": [
											{
												"box": {
													"id": "obj-1",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														55.0,
														58.0,
														22.0
													],
													"text": "r #0-osc",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-2",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														89.0,
														90.0,
														22.0
													],
													"text": "timbre.osc 0 1",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-3",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														663.0,
														64.0,
														22.0
													],
													"text": "loadbang",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-4",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														697.0,
														67.0,
														22.0
													],
													"text": "delay 300",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-5",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														731.0,
														60.0,
														22.0
													],
													"text": "s #0-ask"
												}
											},
											{
												"box": {
													"id": "obj-6",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														93.0,
														55.0,
														72.0,
														22.0
													],
													"text": "r timbre.up",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-7",
													"maxclass": "newobj",
													"numinlets": 3,
													"numoutlets": 3,
													"patching_rect": [
														125.0,
														89.0,
														50.0,
														22.0
													],
													"text": "sel 1 0",
													"outlettype": [
														"",
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-8",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														127.0,
														123.0,
														38.0,
														22.0
													],
													"text": "t b b",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-9",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														368.0,
														157.0,
														143.0,
														22.0
													],
													"text": "set nothing was refused",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-10",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														545.0,
														191.0,
														77.0,
														22.0
													],
													"text": "s #0-refusal"
												}
											},
											{
												"box": {
													"id": "obj-11",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														293.0,
														157.0,
														60.0,
														22.0
													],
													"text": "delay 50",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-12",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														470.0,
														191.0,
														60.0,
														22.0
													],
													"text": "s #0-ask"
												}
											},
											{
												"box": {
													"id": "obj-13",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														180.0,
														123.0,
														253.0,
														22.0
													],
													"text": "set No light? Start the server: rt-timbre serve",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-14",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														526.0,
														157.0,
														77.0,
														22.0
													],
													"text": "s #0-refusal"
												}
											},
											{
												"box": {
													"id": "obj-15",
													"maxclass": "newobj",
													"numinlets": 3,
													"numoutlets": 3,
													"patching_rect": [
														20.0,
														123.0,
														92.0,
														22.0
													],
													"text": "route voice fail",
													"outlettype": [
														"",
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-16",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														145.0,
														157.0,
														133.0,
														22.0
													],
													"text": "substitute list names 1",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-17",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														280.0,
														191.0,
														80.0,
														22.0
													],
													"text": "s #0-answer"
												}
											},
											{
												"box": {
													"id": "obj-18",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														375.0,
														191.0,
														80.0,
														22.0
													],
													"text": "s #0-answer"
												}
											},
											{
												"box": {
													"id": "obj-19",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														96.0,
														157.0,
														34.0,
														22.0
													],
													"text": "t l b",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-20",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														192.0,
														191.0,
														73.0,
														22.0
													],
													"text": "delay 8000",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-21",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														96.0,
														191.0,
														81.0,
														22.0
													],
													"text": "s #0-refused"
												}
											},
											{
												"box": {
													"id": "obj-22",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														127.0,
														663.0,
														79.0,
														22.0
													],
													"text": "r #0-refused",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-23",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														127.0,
														697.0,
														61.0,
														22.0
													],
													"text": "zl.slice 1",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-24",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														152.0,
														731.0,
														78.0,
														22.0
													],
													"text": "prepend set",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-25",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														152.0,
														765.0,
														77.0,
														22.0
													],
													"text": "s #0-refusal"
												}
											},
											{
												"box": {
													"id": "obj-26",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														20.0,
														157.0,
														61.0,
														22.0
													],
													"text": "zl.slice 1",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-27",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														637.0,
														191.0,
														94.0,
														22.0
													],
													"text": "expr $i1 == $i2",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-28",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														637.0,
														225.0,
														40.0,
														22.0
													],
													"text": "sel 1",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-29",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														341.0,
														259.0,
														44.0,
														22.0
													],
													"text": "zl.reg",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-30",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														341.0,
														293.0,
														67.0,
														22.0
													],
													"text": "s #0-state"
												}
											},
											{
												"box": {
													"id": "obj-31",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														180.0,
														55.0,
														110.0,
														22.0
													],
													"text": "r #0-voice-chosen",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-32",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 3,
													"patching_rect": [
														190.0,
														89.0,
														40.0,
														22.0
													],
													"text": "t b i i",
													"outlettype": [
														"",
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-33",
													"maxclass": "newobj",
													"numinlets": 3,
													"numoutlets": 1,
													"patching_rect": [
														570.0,
														123.0,
														59.0,
														22.0
													],
													"text": "clip 1 64",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-34",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														780.0,
														157.0,
														32.0,
														22.0
													],
													"text": "t i i",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-35",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														448.0,
														123.0,
														60.0,
														22.0
													],
													"text": "delay 20",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-36",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														618.0,
														157.0,
														92.0,
														22.0
													],
													"text": "s #0-ask-voice"
												}
											},
											{
												"box": {
													"id": "obj-37",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														523.0,
														123.0,
														32.0,
														22.0
													],
													"text": "t i i",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-38",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														725.0,
														157.0,
														40.0,
														22.0
													],
													"text": "sel 0",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-39",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														746.0,
														191.0,
														53.0,
														22.0
													],
													"text": "voice *",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-40",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														746.0,
														225.0,
														72.0,
														22.0
													],
													"text": "s #0-target"
												}
											},
											{
												"box": {
													"id": "obj-41",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														814.0,
														191.0,
														90.0,
														22.0
													],
													"text": "prepend voice",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-42",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														833.0,
														225.0,
														72.0,
														22.0
													],
													"text": "s #0-target"
												}
											},
											{
												"box": {
													"id": "obj-43",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														921.0,
														157.0,
														76.0,
														22.0
													],
													"text": "loadmess 1",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-44",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														305.0,
														55.0,
														81.0,
														22.0
													],
													"text": "r #0-to-voice",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-45",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														305.0,
														89.0,
														32.0,
														22.0
													],
													"text": "t l l",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-46",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														644.0,
														123.0,
														141.0,
														22.0
													],
													"text": "zl.len @zlmaxsize 2048",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-47",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														827.0,
														157.0,
														32.0,
														22.0
													],
													"text": "> 1",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-48",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														919.0,
														191.0,
														32.0,
														22.0
													],
													"text": "+ 1",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-49",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														920.0,
														225.0,
														32.0,
														22.0
													],
													"text": "t i i",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-50",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														612.0,
														259.0,
														48.0,
														22.0
													],
													"text": "gate 2",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-51",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														637.0,
														293.0,
														159.0,
														22.0
													],
													"text": "zl.slice 1 @zlmaxsize 2048",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-52",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														624.0,
														327.0,
														32.0,
														22.0
													],
													"text": "t l",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-53",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														624.0,
														361.0,
														34.0,
														22.0
													],
													"text": "t b l",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-54",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														573.0,
														395.0,
														32.0,
														22.0
													],
													"text": "i 0",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-55",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														573.0,
														429.0,
														40.0,
														22.0
													],
													"text": "sel 0",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-56",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														573.0,
														463.0,
														34.0,
														22.0
													],
													"text": "*",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-57",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														611.0,
														497.0,
														164.0,
														22.0
													],
													"text": "sprintf symout /voice/%s/%s",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-58",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														622.0,
														463.0,
														63.0,
														22.0
													],
													"text": "tosymbol",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-59",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														778.0,
														531.0,
														48.0,
														22.0
													],
													"text": "gate 2",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-60",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														732.0,
														565.0,
														144.0,
														22.0
													],
													"text": "zl.join @zlmaxsize 2048",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-61",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														891.0,
														565.0,
														60.0,
														22.0
													],
													"text": "s #0-osc"
												}
											},
											{
												"box": {
													"id": "obj-62",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														732.0,
														599.0,
														60.0,
														22.0
													],
													"text": "s #0-osc"
												}
											},
											{
												"box": {
													"id": "obj-63",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														401.0,
														55.0,
														85.0,
														22.0
													],
													"text": "r #0-question",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-64",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														401.0,
														89.0,
														32.0,
														22.0
													],
													"text": "t l l",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-65",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														800.0,
														123.0,
														141.0,
														22.0
													],
													"text": "zl.len @zlmaxsize 2048",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-66",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														874.0,
														157.0,
														32.0,
														22.0
													],
													"text": "> 1",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-67",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														966.0,
														191.0,
														32.0,
														22.0
													],
													"text": "+ 1",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-68",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														967.0,
														225.0,
														32.0,
														22.0
													],
													"text": "t i i",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-69",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														684.0,
														259.0,
														48.0,
														22.0
													],
													"text": "gate 2",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-70",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														811.0,
														293.0,
														159.0,
														22.0
													],
													"text": "zl.slice 1 @zlmaxsize 2048",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-71",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														747.0,
														327.0,
														32.0,
														22.0
													],
													"text": "t l",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-72",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														747.0,
														361.0,
														34.0,
														22.0
													],
													"text": "t b l",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-73",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														763.0,
														395.0,
														32.0,
														22.0
													],
													"text": "i 1",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-74",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														763.0,
														429.0,
														40.0,
														22.0
													],
													"text": "sel 0",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-75",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														763.0,
														463.0,
														34.0,
														22.0
													],
													"text": "*",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-76",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														790.0,
														497.0,
														164.0,
														22.0
													],
													"text": "sprintf symout /voice/%s/%s",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-77",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														812.0,
														463.0,
														63.0,
														22.0
													],
													"text": "tosymbol",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-78",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														891.0,
														531.0,
														48.0,
														22.0
													],
													"text": "gate 2",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-79",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														966.0,
														565.0,
														144.0,
														22.0
													],
													"text": "zl.join @zlmaxsize 2048",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-80",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														1125.0,
														565.0,
														60.0,
														22.0
													],
													"text": "s #0-osc"
												}
											},
											{
												"box": {
													"id": "obj-81",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														966.0,
														599.0,
														60.0,
														22.0
													],
													"text": "s #0-osc"
												}
											},
											{
												"box": {
													"id": "obj-82",
													"maxclass": "comment",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														20.0,
														414.0,
														21.0
													],
													"textcolor": [
														0.149,
														0.196,
														0.235,
														1.0
													],
													"fontsize": 12.0,
													"text": "One socket for all, so that the server never tells this patch what it did itself."
												}
											}
										],
										"lines": [
											{
												"patchline": {
													"source": [
														"obj-1",
														0
													],
													"destination": [
														"obj-2",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-3",
														0
													],
													"destination": [
														"obj-4",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-4",
														0
													],
													"destination": [
														"obj-5",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-6",
														0
													],
													"destination": [
														"obj-7",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-7",
														0
													],
													"destination": [
														"obj-8",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-8",
														1
													],
													"destination": [
														"obj-9",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-9",
														0
													],
													"destination": [
														"obj-10",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-8",
														0
													],
													"destination": [
														"obj-11",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-11",
														0
													],
													"destination": [
														"obj-12",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-7",
														1
													],
													"destination": [
														"obj-13",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-13",
														0
													],
													"destination": [
														"obj-14",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-2",
														0
													],
													"destination": [
														"obj-15",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-15",
														2
													],
													"destination": [
														"obj-16",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-16",
														0
													],
													"destination": [
														"obj-17",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-16",
														1
													],
													"destination": [
														"obj-18",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-15",
														1
													],
													"destination": [
														"obj-19",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-19",
														1
													],
													"destination": [
														"obj-20",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-20",
														0
													],
													"destination": [
														"obj-9",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-19",
														0
													],
													"destination": [
														"obj-21",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-22",
														0
													],
													"destination": [
														"obj-23",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-23",
														1
													],
													"destination": [
														"obj-24",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-24",
														0
													],
													"destination": [
														"obj-25",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-15",
														0
													],
													"destination": [
														"obj-26",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-26",
														0
													],
													"destination": [
														"obj-27",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-27",
														0
													],
													"destination": [
														"obj-28",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-28",
														0
													],
													"destination": [
														"obj-29",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-26",
														1
													],
													"destination": [
														"obj-29",
														1
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-29",
														0
													],
													"destination": [
														"obj-30",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-31",
														0
													],
													"destination": [
														"obj-32",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-32",
														2
													],
													"destination": [
														"obj-33",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-33",
														0
													],
													"destination": [
														"obj-34",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-34",
														1
													],
													"destination": [
														"obj-27",
														1
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-32",
														0
													],
													"destination": [
														"obj-35",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-35",
														0
													],
													"destination": [
														"obj-36",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-32",
														1
													],
													"destination": [
														"obj-37",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-37",
														1
													],
													"destination": [
														"obj-38",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-38",
														0
													],
													"destination": [
														"obj-39",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-39",
														0
													],
													"destination": [
														"obj-40",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-38",
														1
													],
													"destination": [
														"obj-41",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-41",
														0
													],
													"destination": [
														"obj-42",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-43",
														0
													],
													"destination": [
														"obj-27",
														1
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-44",
														0
													],
													"destination": [
														"obj-45",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-45",
														1
													],
													"destination": [
														"obj-46",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-46",
														0
													],
													"destination": [
														"obj-47",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-47",
														0
													],
													"destination": [
														"obj-48",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-48",
														0
													],
													"destination": [
														"obj-49",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-49",
														0
													],
													"destination": [
														"obj-50",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-45",
														0
													],
													"destination": [
														"obj-50",
														1
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-50",
														1
													],
													"destination": [
														"obj-51",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-50",
														0
													],
													"destination": [
														"obj-52",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-51",
														0
													],
													"destination": [
														"obj-52",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-52",
														0
													],
													"destination": [
														"obj-53",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-53",
														0
													],
													"destination": [
														"obj-54",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-37",
														0
													],
													"destination": [
														"obj-54",
														1
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-54",
														0
													],
													"destination": [
														"obj-55",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-55",
														0
													],
													"destination": [
														"obj-56",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-56",
														0
													],
													"destination": [
														"obj-57",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-55",
														1
													],
													"destination": [
														"obj-58",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-58",
														0
													],
													"destination": [
														"obj-57",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-53",
														1
													],
													"destination": [
														"obj-57",
														1
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-49",
														1
													],
													"destination": [
														"obj-59",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-57",
														0
													],
													"destination": [
														"obj-59",
														1
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-59",
														1
													],
													"destination": [
														"obj-60",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-51",
														1
													],
													"destination": [
														"obj-60",
														1
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-59",
														0
													],
													"destination": [
														"obj-61",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-60",
														0
													],
													"destination": [
														"obj-62",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-63",
														0
													],
													"destination": [
														"obj-64",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-64",
														1
													],
													"destination": [
														"obj-65",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-65",
														0
													],
													"destination": [
														"obj-66",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-66",
														0
													],
													"destination": [
														"obj-67",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-67",
														0
													],
													"destination": [
														"obj-68",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-68",
														0
													],
													"destination": [
														"obj-69",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-64",
														0
													],
													"destination": [
														"obj-69",
														1
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-69",
														1
													],
													"destination": [
														"obj-70",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-69",
														0
													],
													"destination": [
														"obj-71",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-70",
														0
													],
													"destination": [
														"obj-71",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-71",
														0
													],
													"destination": [
														"obj-72",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-72",
														0
													],
													"destination": [
														"obj-73",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-34",
														0
													],
													"destination": [
														"obj-73",
														1
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-73",
														0
													],
													"destination": [
														"obj-74",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-74",
														0
													],
													"destination": [
														"obj-75",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-75",
														0
													],
													"destination": [
														"obj-76",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-74",
														1
													],
													"destination": [
														"obj-77",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-77",
														0
													],
													"destination": [
														"obj-76",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-72",
														1
													],
													"destination": [
														"obj-76",
														1
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-68",
														1
													],
													"destination": [
														"obj-78",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-76",
														0
													],
													"destination": [
														"obj-78",
														1
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-78",
														1
													],
													"destination": [
														"obj-79",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-70",
														1
													],
													"destination": [
														"obj-79",
														1
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-78",
														0
													],
													"destination": [
														"obj-80",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-79",
														0
													],
													"destination": [
														"obj-81",
														0
													]
												}
											}
										],
										"dependency_cache": [],
										"autosave": 0,
										"bgcolor": [
											0.988,
											0.988,
											0.98,
											1.0
										],
										"editing_bgcolor": [
											0.988,
											0.988,
											0.98,
											1.0
										]
									},
									"text": "p connection"
								}
							},
							{
								"box": {
									"id": "obj-2",
									"maxclass": "newobj",
									"numinlets": 0,
									"numoutlets": 0,
									"patching_rect": [
										143.0,
										20.0,
										59.0,
										22.0
									],
									"patcher": {
										"fileversion": 1,
										"appversion": {
											"major": 8,
											"minor": 5,
											"revision": 5,
											"architecture": "x64",
											"modernui": 1
										},
										"classnamespace": "box",
										"rect": [
											60,
											80,
											553,
											277
										],
										"bglocked": 0,
										"openinpresentation": 0,
										"default_fontsize": 12.0,
										"default_fontface": 0,
										"default_fontname": "Arial",
										"gridonopen": 1,
										"gridsize": [
											15.0,
											15.0
										],
										"gridsnaponopen": 1,
										"objectsnaponopen": 1,
										"statusbarvisible": 2,
										"toolbarvisible": 1,
										"lefttoolbarpinned": 0,
										"toptoolbarpinned": 0,
										"righttoolbarpinned": 0,
										"bottomtoolbarpinned": 0,
										"toolbars_unpinned_last_save": 0,
										"tallnewobj": 0,
										"boxanimatetime": 200,
										"enablehscroll": 1,
										"enablevscroll": 1,
										"devicewidth": 0.0,
										"description": "",
										"digest": "",
										"tags": "",
										"style": "",
										"subpatcher_template": "",
										"assistshowspatchername": 0,
										"boxes": [
											{
												"box": {
													"id": "obj-1",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														55.0,
														73.0,
														22.0
													],
													"text": "r #0-voices",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-2",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 3,
													"patching_rect": [
														20.0,
														89.0,
														54.0,
														22.0
													],
													"text": "change",
													"outlettype": [
														"",
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-3",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 4,
													"patching_rect": [
														20.0,
														123.0,
														54.0,
														22.0
													],
													"text": "t b i b b",
													"outlettype": [
														"",
														"",
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-4",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														226.0,
														157.0,
														43.0,
														22.0
													],
													"text": "clear",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-5",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														420.0,
														191.0,
														103.0,
														22.0
													],
													"text": "s #0-voice-menu"
												}
											},
											{
												"box": {
													"id": "obj-6",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														139.0,
														157.0,
														72.0,
														22.0
													],
													"text": "append all",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-7",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														302.0,
														191.0,
														103.0,
														22.0
													],
													"text": "s #0-voice-menu"
												}
											},
											{
												"box": {
													"id": "obj-8",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 3,
													"patching_rect": [
														45.0,
														157.0,
														32.0,
														22.0
													],
													"text": "uzi",
													"outlettype": [
														"",
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-9",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														185.0,
														191.0,
														102.0,
														22.0
													],
													"text": "prepend append",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-10",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														210.0,
														225.0,
														103.0,
														22.0
													],
													"text": "s #0-voice-menu"
												}
											},
											{
												"box": {
													"id": "obj-11",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														92.0,
														157.0,
														32.0,
														22.0
													],
													"text": "i 0",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-12",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														89.0,
														123.0,
														110.0,
														22.0
													],
													"text": "r #0-voice-chosen",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-13",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														92.0,
														191.0,
														78.0,
														22.0
													],
													"text": "prepend set",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-14",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														92.0,
														225.0,
														103.0,
														22.0
													],
													"text": "s #0-voice-menu"
												}
											},
											{
												"box": {
													"id": "obj-15",
													"maxclass": "comment",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														20.0,
														288.0,
														21.0
													],
													"textcolor": [
														0.149,
														0.196,
														0.235,
														1.0
													],
													"fontsize": 12.0,
													"text": "As many voices as the server has, and all of them."
												}
											}
										],
										"lines": [
											{
												"patchline": {
													"source": [
														"obj-1",
														0
													],
													"destination": [
														"obj-2",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-2",
														0
													],
													"destination": [
														"obj-3",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-3",
														3
													],
													"destination": [
														"obj-4",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-4",
														0
													],
													"destination": [
														"obj-5",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-3",
														2
													],
													"destination": [
														"obj-6",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-6",
														0
													],
													"destination": [
														"obj-7",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-3",
														1
													],
													"destination": [
														"obj-8",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-8",
														2
													],
													"destination": [
														"obj-9",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-9",
														0
													],
													"destination": [
														"obj-10",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-3",
														0
													],
													"destination": [
														"obj-11",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-12",
														0
													],
													"destination": [
														"obj-11",
														1
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-11",
														0
													],
													"destination": [
														"obj-13",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-13",
														0
													],
													"destination": [
														"obj-14",
														0
													]
												}
											}
										],
										"dependency_cache": [],
										"autosave": 0,
										"bgcolor": [
											0.988,
											0.988,
											0.98,
											1.0
										],
										"editing_bgcolor": [
											0.988,
											0.988,
											0.98,
											1.0
										]
									},
									"text": "p voices"
								}
							},
							{
								"box": {
									"id": "obj-3",
									"maxclass": "newobj",
									"numinlets": 0,
									"numoutlets": 0,
									"patching_rect": [
										242.0,
										20.0,
										50.0,
										22.0
									],
									"patcher": {
										"fileversion": 1,
										"appversion": {
											"major": 8,
											"minor": 5,
											"revision": 5,
											"architecture": "x64",
											"modernui": 1
										},
										"classnamespace": "box",
										"rect": [
											60,
											80,
											1171,
											843
										],
										"bglocked": 0,
										"openinpresentation": 0,
										"default_fontsize": 12.0,
										"default_fontface": 0,
										"default_fontname": "Arial",
										"gridonopen": 1,
										"gridsize": [
											15.0,
											15.0
										],
										"gridsnaponopen": 1,
										"objectsnaponopen": 1,
										"statusbarvisible": 2,
										"toolbarvisible": 1,
										"lefttoolbarpinned": 0,
										"toptoolbarpinned": 0,
										"righttoolbarpinned": 0,
										"bottomtoolbarpinned": 0,
										"toolbars_unpinned_last_save": 0,
										"tallnewobj": 0,
										"boxanimatetime": 200,
										"enablehscroll": 1,
										"enablevscroll": 1,
										"devicewidth": 0.0,
										"description": "",
										"digest": "",
										"tags": "",
										"style": "",
										"subpatcher_template": "",
										"assistshowspatchername": 0,
										"boxes": [
											{
												"box": {
													"id": "obj-1",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														55.0,
														103.0,
														22.0
													],
													"text": "r #0-set-macro-1",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-2",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														89.0,
														105.0,
														22.0
													],
													"text": "prepend macro/1",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-3",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														123.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-4",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														165.0,
														55.0,
														103.0,
														22.0
													],
													"text": "r #0-set-macro-2",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-5",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														165.0,
														89.0,
														105.0,
														22.0
													],
													"text": "prepend macro/2",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-6",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														165.0,
														123.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-7",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														310.0,
														55.0,
														103.0,
														22.0
													],
													"text": "r #0-set-macro-3",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-8",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														310.0,
														89.0,
														105.0,
														22.0
													],
													"text": "prepend macro/3",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-9",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														310.0,
														123.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-10",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														455.0,
														55.0,
														103.0,
														22.0
													],
													"text": "r #0-set-macro-4",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-11",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														455.0,
														89.0,
														105.0,
														22.0
													],
													"text": "prepend macro/4",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-12",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														455.0,
														123.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-13",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														600.0,
														55.0,
														103.0,
														22.0
													],
													"text": "r #0-set-macro-5",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-14",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														600.0,
														89.0,
														105.0,
														22.0
													],
													"text": "prepend macro/5",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-15",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														600.0,
														123.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-16",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														745.0,
														55.0,
														103.0,
														22.0
													],
													"text": "r #0-set-macro-6",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-17",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														745.0,
														89.0,
														105.0,
														22.0
													],
													"text": "prepend macro/6",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-18",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														745.0,
														123.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-19",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														890.0,
														55.0,
														103.0,
														22.0
													],
													"text": "r #0-set-macro-7",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-20",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														890.0,
														89.0,
														105.0,
														22.0
													],
													"text": "prepend macro/7",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-21",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														890.0,
														123.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-22",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														187.0,
														103.0,
														22.0
													],
													"text": "r #0-set-macro-8",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-23",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														221.0,
														105.0,
														22.0
													],
													"text": "prepend macro/8",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-24",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														255.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-25",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														165.0,
														187.0,
														58.0,
														22.0
													],
													"text": "r #0-ask",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-26",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														165.0,
														221.0,
														71.0,
														22.0
													],
													"text": "/macro/list",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-27",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														165.0,
														255.0,
														60.0,
														22.0
													],
													"text": "s #0-osc"
												}
											},
											{
												"box": {
													"id": "obj-28",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														276.0,
														187.0,
														75.0,
														22.0
													],
													"text": "r #0-moved",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-29",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														276.0,
														221.0,
														38.0,
														22.0
													],
													"text": "t b b",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-30",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														377.0,
														255.0,
														67.0,
														22.0
													],
													"text": "delay 200",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-31",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														329.0,
														221.0,
														90.0,
														22.0
													],
													"text": "r #0-ask-voice",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-32",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														434.0,
														221.0,
														58.0,
														22.0
													],
													"text": "r #0-ask",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-33",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														276.0,
														255.0,
														86.0,
														22.0
													],
													"text": "speedlim 100",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-34",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														326.0,
														289.0,
														588.0,
														22.0
													],
													"text": "macro/*, descriptor/centroid, descriptor/bandwidth, descriptor/flatness, descriptor/rolloff, descriptor/loudness",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-35",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														326.0,
														323.0,
														87.0,
														22.0
													],
													"text": "s #0-question"
												}
											},
											{
												"box": {
													"id": "obj-36",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														387.0,
														65.0,
														22.0
													],
													"text": "r #0-state",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-37",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														20.0,
														421.0,
														79.0,
														22.0
													],
													"text": "route macro",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-38",
													"maxclass": "newobj",
													"numinlets": 9,
													"numoutlets": 9,
													"patching_rect": [
														20.0,
														455.0,
														122.0,
														22.0
													],
													"text": "route 1 2 3 4 5 6 7 8",
													"outlettype": [
														"",
														"",
														"",
														"",
														"",
														"",
														"",
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-39",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														553.0,
														78.0,
														22.0
													],
													"text": "r #0-answer",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-40",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														20.0,
														587.0,
														79.0,
														22.0
													],
													"text": "route macro",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-41",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														20.0,
														621.0,
														81.0,
														22.0
													],
													"text": "route names",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-42",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														20.0,
														655.0,
														72.0,
														22.0
													],
													"text": "route bang",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-43",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														45.0,
														689.0,
														34.0,
														22.0
													],
													"text": "t l b",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-44",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 8,
													"patching_rect": [
														45.0,
														723.0,
														128.0,
														22.0
													],
													"text": "unpack s s s s s s s s",
													"outlettype": [
														"",
														"",
														"",
														"",
														"",
														"",
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-45",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														188.0,
														723.0,
														40.0,
														22.0
													],
													"text": "set -",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-46",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														489.0,
														117.0,
														22.0
													],
													"text": "s #0-show-macro-1"
												}
											},
											{
												"box": {
													"id": "obj-47",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														45.0,
														757.0,
														78.0,
														22.0
													],
													"text": "prepend set",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-48",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														116.0,
														791.0,
														115.0,
														22.0
													],
													"text": "s #0-label-macro-1"
												}
											},
											{
												"box": {
													"id": "obj-49",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														152.0,
														489.0,
														117.0,
														22.0
													],
													"text": "s #0-show-macro-2"
												}
											},
											{
												"box": {
													"id": "obj-50",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														138.0,
														757.0,
														78.0,
														22.0
													],
													"text": "prepend set",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-51",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														246.0,
														791.0,
														115.0,
														22.0
													],
													"text": "s #0-label-macro-2"
												}
											},
											{
												"box": {
													"id": "obj-52",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														284.0,
														489.0,
														117.0,
														22.0
													],
													"text": "s #0-show-macro-3"
												}
											},
											{
												"box": {
													"id": "obj-53",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														231.0,
														757.0,
														78.0,
														22.0
													],
													"text": "prepend set",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-54",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														376.0,
														791.0,
														115.0,
														22.0
													],
													"text": "s #0-label-macro-3"
												}
											},
											{
												"box": {
													"id": "obj-55",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														416.0,
														489.0,
														117.0,
														22.0
													],
													"text": "s #0-show-macro-4"
												}
											},
											{
												"box": {
													"id": "obj-56",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														324.0,
														757.0,
														78.0,
														22.0
													],
													"text": "prepend set",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-57",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														506.0,
														791.0,
														115.0,
														22.0
													],
													"text": "s #0-label-macro-4"
												}
											},
											{
												"box": {
													"id": "obj-58",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														548.0,
														489.0,
														117.0,
														22.0
													],
													"text": "s #0-show-macro-5"
												}
											},
											{
												"box": {
													"id": "obj-59",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														417.0,
														757.0,
														78.0,
														22.0
													],
													"text": "prepend set",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-60",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														636.0,
														791.0,
														115.0,
														22.0
													],
													"text": "s #0-label-macro-5"
												}
											},
											{
												"box": {
													"id": "obj-61",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														680.0,
														489.0,
														117.0,
														22.0
													],
													"text": "s #0-show-macro-6"
												}
											},
											{
												"box": {
													"id": "obj-62",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														510.0,
														757.0,
														78.0,
														22.0
													],
													"text": "prepend set",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-63",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														766.0,
														791.0,
														115.0,
														22.0
													],
													"text": "s #0-label-macro-6"
												}
											},
											{
												"box": {
													"id": "obj-64",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														812.0,
														489.0,
														117.0,
														22.0
													],
													"text": "s #0-show-macro-7"
												}
											},
											{
												"box": {
													"id": "obj-65",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														603.0,
														757.0,
														78.0,
														22.0
													],
													"text": "prepend set",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-66",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														896.0,
														791.0,
														115.0,
														22.0
													],
													"text": "s #0-label-macro-7"
												}
											},
											{
												"box": {
													"id": "obj-67",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														944.0,
														489.0,
														117.0,
														22.0
													],
													"text": "s #0-show-macro-8"
												}
											},
											{
												"box": {
													"id": "obj-68",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														696.0,
														757.0,
														78.0,
														22.0
													],
													"text": "prepend set",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-69",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														1026.0,
														791.0,
														115.0,
														22.0
													],
													"text": "s #0-label-macro-8"
												}
											},
											{
												"box": {
													"id": "obj-70",
													"maxclass": "comment",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														20.0,
														328.0,
														21.0
													],
													"textcolor": [
														0.149,
														0.196,
														0.235,
														1.0
													],
													"fontsize": 12.0,
													"text": "The principal axes, with what they change as their names."
												}
											}
										],
										"lines": [
											{
												"patchline": {
													"source": [
														"obj-1",
														0
													],
													"destination": [
														"obj-2",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-2",
														0
													],
													"destination": [
														"obj-3",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-4",
														0
													],
													"destination": [
														"obj-5",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-5",
														0
													],
													"destination": [
														"obj-6",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-7",
														0
													],
													"destination": [
														"obj-8",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-8",
														0
													],
													"destination": [
														"obj-9",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-10",
														0
													],
													"destination": [
														"obj-11",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-11",
														0
													],
													"destination": [
														"obj-12",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-13",
														0
													],
													"destination": [
														"obj-14",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-14",
														0
													],
													"destination": [
														"obj-15",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-16",
														0
													],
													"destination": [
														"obj-17",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-17",
														0
													],
													"destination": [
														"obj-18",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-19",
														0
													],
													"destination": [
														"obj-20",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-20",
														0
													],
													"destination": [
														"obj-21",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-22",
														0
													],
													"destination": [
														"obj-23",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-23",
														0
													],
													"destination": [
														"obj-24",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-25",
														0
													],
													"destination": [
														"obj-26",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-26",
														0
													],
													"destination": [
														"obj-27",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-28",
														0
													],
													"destination": [
														"obj-29",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-29",
														1
													],
													"destination": [
														"obj-30",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-31",
														0
													],
													"destination": [
														"obj-30",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-32",
														0
													],
													"destination": [
														"obj-30",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-29",
														0
													],
													"destination": [
														"obj-33",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-33",
														0
													],
													"destination": [
														"obj-34",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-30",
														0
													],
													"destination": [
														"obj-34",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-34",
														0
													],
													"destination": [
														"obj-35",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-36",
														0
													],
													"destination": [
														"obj-37",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-37",
														0
													],
													"destination": [
														"obj-38",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-39",
														0
													],
													"destination": [
														"obj-40",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-40",
														0
													],
													"destination": [
														"obj-41",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-41",
														0
													],
													"destination": [
														"obj-42",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-42",
														1
													],
													"destination": [
														"obj-43",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-43",
														0
													],
													"destination": [
														"obj-44",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-43",
														1
													],
													"destination": [
														"obj-45",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-38",
														0
													],
													"destination": [
														"obj-46",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-44",
														0
													],
													"destination": [
														"obj-47",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-47",
														0
													],
													"destination": [
														"obj-48",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-45",
														0
													],
													"destination": [
														"obj-48",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-38",
														1
													],
													"destination": [
														"obj-49",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-44",
														1
													],
													"destination": [
														"obj-50",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-50",
														0
													],
													"destination": [
														"obj-51",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-45",
														0
													],
													"destination": [
														"obj-51",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-38",
														2
													],
													"destination": [
														"obj-52",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-44",
														2
													],
													"destination": [
														"obj-53",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-53",
														0
													],
													"destination": [
														"obj-54",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-45",
														0
													],
													"destination": [
														"obj-54",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-38",
														3
													],
													"destination": [
														"obj-55",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-44",
														3
													],
													"destination": [
														"obj-56",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-56",
														0
													],
													"destination": [
														"obj-57",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-45",
														0
													],
													"destination": [
														"obj-57",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-38",
														4
													],
													"destination": [
														"obj-58",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-44",
														4
													],
													"destination": [
														"obj-59",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-59",
														0
													],
													"destination": [
														"obj-60",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-45",
														0
													],
													"destination": [
														"obj-60",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-38",
														5
													],
													"destination": [
														"obj-61",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-44",
														5
													],
													"destination": [
														"obj-62",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-62",
														0
													],
													"destination": [
														"obj-63",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-45",
														0
													],
													"destination": [
														"obj-63",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-38",
														6
													],
													"destination": [
														"obj-64",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-44",
														6
													],
													"destination": [
														"obj-65",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-65",
														0
													],
													"destination": [
														"obj-66",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-45",
														0
													],
													"destination": [
														"obj-66",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-38",
														7
													],
													"destination": [
														"obj-67",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-44",
														7
													],
													"destination": [
														"obj-68",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-68",
														0
													],
													"destination": [
														"obj-69",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-45",
														0
													],
													"destination": [
														"obj-69",
														0
													]
												}
											}
										],
										"dependency_cache": [],
										"autosave": 0,
										"bgcolor": [
											0.988,
											0.988,
											0.98,
											1.0
										],
										"editing_bgcolor": [
											0.988,
											0.988,
											0.98,
											1.0
										]
									},
									"text": "p axes"
								}
							},
							{
								"box": {
									"id": "obj-4",
									"maxclass": "newobj",
									"numinlets": 0,
									"numoutlets": 0,
									"patching_rect": [
										332.0,
										20.0,
										53.0,
										22.0
									],
									"patcher": {
										"fileversion": 1,
										"appversion": {
											"major": 8,
											"minor": 5,
											"revision": 5,
											"architecture": "x64",
											"modernui": 1
										},
										"classnamespace": "box",
										"rect": [
											60,
											80,
											1818,
											737
										],
										"bglocked": 0,
										"openinpresentation": 0,
										"default_fontsize": 12.0,
										"default_fontface": 0,
										"default_fontname": "Arial",
										"gridonopen": 1,
										"gridsize": [
											15.0,
											15.0
										],
										"gridsnaponopen": 1,
										"objectsnaponopen": 1,
										"statusbarvisible": 2,
										"toolbarvisible": 1,
										"lefttoolbarpinned": 0,
										"toptoolbarpinned": 0,
										"righttoolbarpinned": 0,
										"bottomtoolbarpinned": 0,
										"toolbars_unpinned_last_save": 0,
										"tallnewobj": 0,
										"boxanimatetime": 200,
										"enablehscroll": 1,
										"enablevscroll": 1,
										"devicewidth": 0.0,
										"description": "",
										"digest": "",
										"tags": "",
										"style": "",
										"subpatcher_template": "",
										"assistshowspatchername": 0,
										"boxes": [
											{
												"box": {
													"id": "obj-1",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														55.0,
														91.0,
														22.0
													],
													"text": "r #0-set-attack",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-2",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														89.0,
														94.0,
														22.0
													],
													"text": "prepend attack",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-3",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														123.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-4",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														154.0,
														55.0,
														91.0,
														22.0
													],
													"text": "r #0-set-decay",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-5",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														154.0,
														89.0,
														94.0,
														22.0
													],
													"text": "prepend decay",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-6",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														154.0,
														123.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-7",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														288.0,
														55.0,
														97.0,
														22.0
													],
													"text": "r #0-set-sustain",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-8",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														288.0,
														89.0,
														100.0,
														22.0
													],
													"text": "prepend sustain",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-9",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														288.0,
														123.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-10",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														428.0,
														55.0,
														99.0,
														22.0
													],
													"text": "r #0-set-release",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-11",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														428.0,
														89.0,
														101.0,
														22.0
													],
													"text": "prepend release",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-12",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														428.0,
														123.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-13",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														569.0,
														55.0,
														82.0,
														22.0
													],
													"text": "r #0-set-gain",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-14",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														569.0,
														89.0,
														85.0,
														22.0
													],
													"text": "prepend gain",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-15",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														569.0,
														123.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-16",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														694.0,
														55.0,
														79.0,
														22.0
													],
													"text": "r #0-set-pan",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-17",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														694.0,
														89.0,
														82.0,
														22.0
													],
													"text": "prepend pan",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-18",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														694.0,
														123.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-19",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														817.0,
														55.0,
														86.0,
														22.0
													],
													"text": "r #0-set-bend",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-20",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														817.0,
														89.0,
														89.0,
														22.0
													],
													"text": "prepend bend",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-21",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														817.0,
														123.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-22",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														946.0,
														55.0,
														85.0,
														22.0
													],
													"text": "r #0-set-glide",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-23",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														946.0,
														89.0,
														87.0,
														22.0
													],
													"text": "prepend glide",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-24",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														946.0,
														123.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-25",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														187.0,
														79.0,
														22.0
													],
													"text": "r #0-set-drift",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-26",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														221.0,
														82.0,
														22.0
													],
													"text": "prepend drift",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-27",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														255.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-28",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														143.0,
														187.0,
														92.0,
														22.0
													],
													"text": "r #0-set-legato",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-29",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														143.0,
														221.0,
														95.0,
														22.0
													],
													"text": "prepend legato",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-30",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														143.0,
														255.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-31",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														278.0,
														187.0,
														85.0,
														22.0
													],
													"text": "r #0-set-pitch",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-32",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														278.0,
														221.0,
														87.0,
														22.0
													],
													"text": "prepend pitch",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-33",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														278.0,
														255.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-34",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														405.0,
														187.0,
														109.0,
														22.0
													],
													"text": "r #0-set-path-play",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-35",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														405.0,
														221.0,
														111.0,
														22.0
													],
													"text": "prepend path/play",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-36",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														405.0,
														255.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-37",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														556.0,
														187.0,
														107.0,
														22.0
													],
													"text": "r #0-set-path-rate",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-38",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														556.0,
														221.0,
														109.0,
														22.0
													],
													"text": "prepend path/rate",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-39",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														556.0,
														255.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-40",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														705.0,
														187.0,
														109.0,
														22.0
													],
													"text": "r #0-set-path-loop",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-41",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														705.0,
														221.0,
														111.0,
														22.0
													],
													"text": "prepend path/loop",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-42",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														705.0,
														255.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-43",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														319.0,
														58.0,
														22.0
													],
													"text": "r #0-ask",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-44",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														56.0,
														353.0,
														32.0,
														22.0
													],
													"text": "t b",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-45",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														93.0,
														319.0,
														90.0,
														22.0
													],
													"text": "r #0-ask-voice",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-46",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														56.0,
														387.0,
														582.0,
														22.0
													],
													"text": "attack, decay, sustain, release, gain, pan, bend, glide, drift, legato, pitch, path/play, path/rate, path/loop, xy",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-47",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														56.0,
														421.0,
														87.0,
														22.0
													],
													"text": "s #0-question"
												}
											},
											{
												"box": {
													"id": "obj-48",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														485.0,
														65.0,
														22.0
													],
													"text": "r #0-state",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-49",
													"maxclass": "newobj",
													"numinlets": 14,
													"numoutlets": 14,
													"patching_rect": [
														20.0,
														519.0,
														435.0,
														22.0
													],
													"text": "route attack decay sustain release gain pan bend glide drift legato pitch path xy",
													"outlettype": [
														"",
														"",
														"",
														"",
														"",
														"",
														"",
														"",
														"",
														"",
														"",
														"",
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-50",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														553.0,
														105.0,
														22.0
													],
													"text": "s #0-show-attack"
												}
											},
											{
												"box": {
													"id": "obj-51",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														140.0,
														553.0,
														105.0,
														22.0
													],
													"text": "s #0-show-decay"
												}
											},
											{
												"box": {
													"id": "obj-52",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														260.0,
														553.0,
														111.0,
														22.0
													],
													"text": "s #0-show-sustain"
												}
											},
											{
												"box": {
													"id": "obj-53",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														386.0,
														553.0,
														113.0,
														22.0
													],
													"text": "s #0-show-release"
												}
											},
											{
												"box": {
													"id": "obj-54",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														514.0,
														553.0,
														96.0,
														22.0
													],
													"text": "s #0-show-gain"
												}
											},
											{
												"box": {
													"id": "obj-55",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														625.0,
														553.0,
														93.0,
														22.0
													],
													"text": "s #0-show-pan"
												}
											},
											{
												"box": {
													"id": "obj-56",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														733.0,
														553.0,
														100.0,
														22.0
													],
													"text": "s #0-show-bend"
												}
											},
											{
												"box": {
													"id": "obj-57",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														848.0,
														553.0,
														99.0,
														22.0
													],
													"text": "s #0-show-glide"
												}
											},
											{
												"box": {
													"id": "obj-58",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														962.0,
														553.0,
														93.0,
														22.0
													],
													"text": "s #0-show-drift"
												}
											},
											{
												"box": {
													"id": "obj-59",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														1070.0,
														553.0,
														106.0,
														22.0
													],
													"text": "s #0-show-legato"
												}
											},
											{
												"box": {
													"id": "obj-60",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														1191.0,
														553.0,
														99.0,
														22.0
													],
													"text": "s #0-show-pitch"
												}
											},
											{
												"box": {
													"id": "obj-61",
													"maxclass": "newobj",
													"numinlets": 4,
													"numoutlets": 4,
													"patching_rect": [
														1305.0,
														553.0,
														117.0,
														22.0
													],
													"text": "route play rate loop",
													"outlettype": [
														"",
														"",
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-62",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														1305.0,
														587.0,
														123.0,
														22.0
													],
													"text": "s #0-show-path-play"
												}
											},
											{
												"box": {
													"id": "obj-63",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														1443.0,
														587.0,
														121.0,
														22.0
													],
													"text": "s #0-show-path-rate"
												}
											},
											{
												"box": {
													"id": "obj-64",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														1579.0,
														587.0,
														123.0,
														22.0
													],
													"text": "s #0-show-path-loop"
												}
											},
											{
												"box": {
													"id": "obj-65",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														1437.0,
														553.0,
														90.0,
														22.0
													],
													"text": "prepend show",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-66",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														1717.0,
														587.0,
														71.0,
														22.0
													],
													"text": "s #0-plane"
												}
											},
											{
												"box": {
													"id": "obj-67",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														651.0,
														70.0,
														22.0
													],
													"text": "r #0-target",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-68",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														685.0,
														71.0,
														22.0
													],
													"text": "s #0-plane"
												}
											},
											{
												"box": {
													"id": "obj-69",
													"maxclass": "comment",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														20.0,
														354.0,
														21.0
													],
													"textcolor": [
														0.149,
														0.196,
														0.235,
														1.0
													],
													"fontsize": 12.0,
													"text": "The sliders of a voice show what it is set to, whoever has set it."
												}
											}
										],
										"lines": [
											{
												"patchline": {
													"source": [
														"obj-1",
														0
													],
													"destination": [
														"obj-2",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-2",
														0
													],
													"destination": [
														"obj-3",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-4",
														0
													],
													"destination": [
														"obj-5",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-5",
														0
													],
													"destination": [
														"obj-6",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-7",
														0
													],
													"destination": [
														"obj-8",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-8",
														0
													],
													"destination": [
														"obj-9",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-10",
														0
													],
													"destination": [
														"obj-11",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-11",
														0
													],
													"destination": [
														"obj-12",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-13",
														0
													],
													"destination": [
														"obj-14",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-14",
														0
													],
													"destination": [
														"obj-15",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-16",
														0
													],
													"destination": [
														"obj-17",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-17",
														0
													],
													"destination": [
														"obj-18",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-19",
														0
													],
													"destination": [
														"obj-20",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-20",
														0
													],
													"destination": [
														"obj-21",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-22",
														0
													],
													"destination": [
														"obj-23",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-23",
														0
													],
													"destination": [
														"obj-24",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-25",
														0
													],
													"destination": [
														"obj-26",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-26",
														0
													],
													"destination": [
														"obj-27",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-28",
														0
													],
													"destination": [
														"obj-29",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-29",
														0
													],
													"destination": [
														"obj-30",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-31",
														0
													],
													"destination": [
														"obj-32",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-32",
														0
													],
													"destination": [
														"obj-33",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-34",
														0
													],
													"destination": [
														"obj-35",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-35",
														0
													],
													"destination": [
														"obj-36",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-37",
														0
													],
													"destination": [
														"obj-38",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-38",
														0
													],
													"destination": [
														"obj-39",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-40",
														0
													],
													"destination": [
														"obj-41",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-41",
														0
													],
													"destination": [
														"obj-42",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-43",
														0
													],
													"destination": [
														"obj-44",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-45",
														0
													],
													"destination": [
														"obj-44",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-44",
														0
													],
													"destination": [
														"obj-46",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-46",
														0
													],
													"destination": [
														"obj-47",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-48",
														0
													],
													"destination": [
														"obj-49",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-49",
														0
													],
													"destination": [
														"obj-50",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-49",
														1
													],
													"destination": [
														"obj-51",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-49",
														2
													],
													"destination": [
														"obj-52",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-49",
														3
													],
													"destination": [
														"obj-53",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-49",
														4
													],
													"destination": [
														"obj-54",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-49",
														5
													],
													"destination": [
														"obj-55",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-49",
														6
													],
													"destination": [
														"obj-56",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-49",
														7
													],
													"destination": [
														"obj-57",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-49",
														8
													],
													"destination": [
														"obj-58",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-49",
														9
													],
													"destination": [
														"obj-59",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-49",
														10
													],
													"destination": [
														"obj-60",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-49",
														11
													],
													"destination": [
														"obj-61",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-61",
														0
													],
													"destination": [
														"obj-62",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-61",
														1
													],
													"destination": [
														"obj-63",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-61",
														2
													],
													"destination": [
														"obj-64",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-49",
														12
													],
													"destination": [
														"obj-65",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-65",
														0
													],
													"destination": [
														"obj-66",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-67",
														0
													],
													"destination": [
														"obj-68",
														0
													]
												}
											}
										],
										"dependency_cache": [],
										"autosave": 0,
										"bgcolor": [
											0.988,
											0.988,
											0.98,
											1.0
										],
										"editing_bgcolor": [
											0.988,
											0.988,
											0.98,
											1.0
										]
									},
									"text": "p voice"
								}
							},
							{
								"box": {
									"id": "obj-5",
									"maxclass": "newobj",
									"numinlets": 0,
									"numoutlets": 0,
									"patching_rect": [
										425.0,
										20.0,
										83.0,
										22.0
									],
									"patcher": {
										"fileversion": 1,
										"appversion": {
											"major": 8,
											"minor": 5,
											"revision": 5,
											"architecture": "x64",
											"modernui": 1
										},
										"classnamespace": "box",
										"rect": [
											60,
											80,
											1085,
											409
										],
										"bglocked": 0,
										"openinpresentation": 0,
										"default_fontsize": 12.0,
										"default_fontface": 0,
										"default_fontname": "Arial",
										"gridonopen": 1,
										"gridsize": [
											15.0,
											15.0
										],
										"gridsnaponopen": 1,
										"objectsnaponopen": 1,
										"statusbarvisible": 2,
										"toolbarvisible": 1,
										"lefttoolbarpinned": 0,
										"toptoolbarpinned": 0,
										"righttoolbarpinned": 0,
										"bottomtoolbarpinned": 0,
										"toolbars_unpinned_last_save": 0,
										"tallnewobj": 0,
										"boxanimatetime": 200,
										"enablehscroll": 1,
										"enablevscroll": 1,
										"devicewidth": 0.0,
										"description": "",
										"digest": "",
										"tags": "",
										"style": "",
										"subpatcher_template": "",
										"assistshowspatchername": 0,
										"boxes": [
											{
												"box": {
													"id": "obj-1",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														55.0,
														102.0,
														22.0
													],
													"text": "r #0-set-centroid",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-2",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														89.0,
														161.0,
														22.0
													],
													"text": "prepend descriptor/centroid",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-3",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														20.0,
														123.0,
														34.0,
														22.0
													],
													"text": "t b l",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-4",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														112.0,
														157.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-5",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														157.0,
														77.0,
														22.0
													],
													"text": "s #0-moved"
												}
											},
											{
												"box": {
													"id": "obj-6",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														235.0,
														55.0,
														114.0,
														22.0
													],
													"text": "r #0-set-bandwidth",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-7",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														235.0,
														89.0,
														173.0,
														22.0
													],
													"text": "prepend descriptor/bandwidth",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-8",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														235.0,
														123.0,
														34.0,
														22.0
													],
													"text": "t b l",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-9",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														327.0,
														157.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-10",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														235.0,
														157.0,
														77.0,
														22.0
													],
													"text": "s #0-moved"
												}
											},
											{
												"box": {
													"id": "obj-11",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														450.0,
														55.0,
														101.0,
														22.0
													],
													"text": "r #0-set-flatness",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-12",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														450.0,
														89.0,
														159.0,
														22.0
													],
													"text": "prepend descriptor/flatness",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-13",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														450.0,
														123.0,
														34.0,
														22.0
													],
													"text": "t b l",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-14",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														542.0,
														157.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-15",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														450.0,
														157.0,
														77.0,
														22.0
													],
													"text": "s #0-moved"
												}
											},
											{
												"box": {
													"id": "obj-16",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														665.0,
														55.0,
														89.0,
														22.0
													],
													"text": "r #0-set-rolloff",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-17",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														665.0,
														89.0,
														147.0,
														22.0
													],
													"text": "prepend descriptor/rolloff",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-18",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														665.0,
														123.0,
														34.0,
														22.0
													],
													"text": "t b l",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-19",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														757.0,
														157.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-20",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														665.0,
														157.0,
														77.0,
														22.0
													],
													"text": "s #0-moved"
												}
											},
											{
												"box": {
													"id": "obj-21",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														880.0,
														55.0,
														107.0,
														22.0
													],
													"text": "r #0-set-loudness",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-22",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														880.0,
														89.0,
														166.0,
														22.0
													],
													"text": "prepend descriptor/loudness",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-23",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														880.0,
														123.0,
														34.0,
														22.0
													],
													"text": "t b l",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-24",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														972.0,
														157.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-25",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														880.0,
														157.0,
														77.0,
														22.0
													],
													"text": "s #0-moved"
												}
											},
											{
												"box": {
													"id": "obj-26",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														221.0,
														65.0,
														22.0
													],
													"text": "r #0-state",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-27",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														20.0,
														255.0,
														98.0,
														22.0
													],
													"text": "route descriptor",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-28",
													"maxclass": "newobj",
													"numinlets": 6,
													"numoutlets": 6,
													"patching_rect": [
														20.0,
														289.0,
														275.0,
														22.0
													],
													"text": "route centroid bandwidth flatness rolloff loudness",
													"outlettype": [
														"",
														"",
														"",
														"",
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-29",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														20.0,
														323.0,
														61.0,
														22.0
													],
													"text": "zl.slice 1",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-30",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														357.0,
														131.0,
														22.0
													],
													"text": "s #0-reached-centroid"
												}
											},
											{
												"box": {
													"id": "obj-31",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														96.0,
														323.0,
														61.0,
														22.0
													],
													"text": "zl.slice 1",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-32",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														166.0,
														357.0,
														143.0,
														22.0
													],
													"text": "s #0-reached-bandwidth"
												}
											},
											{
												"box": {
													"id": "obj-33",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														172.0,
														323.0,
														61.0,
														22.0
													],
													"text": "zl.slice 1",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-34",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														324.0,
														357.0,
														130.0,
														22.0
													],
													"text": "s #0-reached-flatness"
												}
											},
											{
												"box": {
													"id": "obj-35",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														248.0,
														323.0,
														61.0,
														22.0
													],
													"text": "zl.slice 1",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-36",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														469.0,
														357.0,
														118.0,
														22.0
													],
													"text": "s #0-reached-rolloff"
												}
											},
											{
												"box": {
													"id": "obj-37",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														324.0,
														323.0,
														61.0,
														22.0
													],
													"text": "zl.slice 1",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-38",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														602.0,
														357.0,
														137.0,
														22.0
													],
													"text": "s #0-reached-loudness"
												}
											},
											{
												"box": {
													"id": "obj-39",
													"maxclass": "comment",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														20.0,
														286.0,
														21.0
													],
													"textcolor": [
														0.149,
														0.196,
														0.235,
														1.0
													],
													"fontsize": 12.0,
													"text": "What a descriptor is to be, and what was reached."
												}
											}
										],
										"lines": [
											{
												"patchline": {
													"source": [
														"obj-1",
														0
													],
													"destination": [
														"obj-2",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-2",
														0
													],
													"destination": [
														"obj-3",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-3",
														1
													],
													"destination": [
														"obj-4",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-3",
														0
													],
													"destination": [
														"obj-5",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-6",
														0
													],
													"destination": [
														"obj-7",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-7",
														0
													],
													"destination": [
														"obj-8",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-8",
														1
													],
													"destination": [
														"obj-9",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-8",
														0
													],
													"destination": [
														"obj-10",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-11",
														0
													],
													"destination": [
														"obj-12",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-12",
														0
													],
													"destination": [
														"obj-13",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-13",
														1
													],
													"destination": [
														"obj-14",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-13",
														0
													],
													"destination": [
														"obj-15",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-16",
														0
													],
													"destination": [
														"obj-17",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-17",
														0
													],
													"destination": [
														"obj-18",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-18",
														1
													],
													"destination": [
														"obj-19",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-18",
														0
													],
													"destination": [
														"obj-20",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-21",
														0
													],
													"destination": [
														"obj-22",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-22",
														0
													],
													"destination": [
														"obj-23",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-23",
														1
													],
													"destination": [
														"obj-24",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-23",
														0
													],
													"destination": [
														"obj-25",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-26",
														0
													],
													"destination": [
														"obj-27",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-27",
														0
													],
													"destination": [
														"obj-28",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-28",
														0
													],
													"destination": [
														"obj-29",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-29",
														0
													],
													"destination": [
														"obj-30",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-28",
														1
													],
													"destination": [
														"obj-31",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-31",
														0
													],
													"destination": [
														"obj-32",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-28",
														2
													],
													"destination": [
														"obj-33",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-33",
														0
													],
													"destination": [
														"obj-34",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-28",
														3
													],
													"destination": [
														"obj-35",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-35",
														0
													],
													"destination": [
														"obj-36",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-28",
														4
													],
													"destination": [
														"obj-37",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-37",
														0
													],
													"destination": [
														"obj-38",
														0
													]
												}
											}
										],
										"dependency_cache": [],
										"autosave": 0,
										"bgcolor": [
											0.988,
											0.988,
											0.98,
											1.0
										],
										"editing_bgcolor": [
											0.988,
											0.988,
											0.98,
											1.0
										]
									},
									"text": "p descriptors"
								}
							},
							{
								"box": {
									"id": "obj-6",
									"maxclass": "newobj",
									"numinlets": 0,
									"numoutlets": 0,
									"patching_rect": [
										548.0,
										20.0,
										61.0,
										22.0
									],
									"patcher": {
										"fileversion": 1,
										"appversion": {
											"major": 8,
											"minor": 5,
											"revision": 5,
											"architecture": "x64",
											"modernui": 1
										},
										"classnamespace": "box",
										"rect": [
											60,
											80,
											1098,
											341
										],
										"bglocked": 0,
										"openinpresentation": 0,
										"default_fontsize": 12.0,
										"default_fontface": 0,
										"default_fontname": "Arial",
										"gridonopen": 1,
										"gridsize": [
											15.0,
											15.0
										],
										"gridsnaponopen": 1,
										"objectsnaponopen": 1,
										"statusbarvisible": 2,
										"toolbarvisible": 1,
										"lefttoolbarpinned": 0,
										"toptoolbarpinned": 0,
										"righttoolbarpinned": 0,
										"bottomtoolbarpinned": 0,
										"toolbars_unpinned_last_save": 0,
										"tallnewobj": 0,
										"boxanimatetime": 200,
										"enablehscroll": 1,
										"enablevscroll": 1,
										"devicewidth": 0.0,
										"description": "",
										"digest": "",
										"tags": "",
										"style": "",
										"subpatcher_template": "",
										"assistshowspatchername": 0,
										"boxes": [
											{
												"box": {
													"id": "obj-1",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														55.0,
														58.0,
														22.0
													],
													"text": "r #0-ask",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-2",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														89.0,
														291.0,
														22.0
													],
													"text": "/master/gain, /master/ceiling, /mute, /freeze, /record",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-3",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														123.0,
														60.0,
														22.0
													],
													"text": "s #0-osc"
												}
											},
											{
												"box": {
													"id": "obj-4",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														351.0,
														55.0,
														123.0,
														22.0
													],
													"text": "r #0-set-master-gain",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-5",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														351.0,
														89.0,
														128.0,
														22.0
													],
													"text": "prepend /master/gain",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-6",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														351.0,
														123.0,
														60.0,
														22.0
													],
													"text": "s #0-osc"
												}
											},
											{
												"box": {
													"id": "obj-7",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														519.0,
														55.0,
														134.0,
														22.0
													],
													"text": "r #0-set-master-ceiling",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-8",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														519.0,
														89.0,
														139.0,
														22.0
													],
													"text": "prepend /master/ceiling",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-9",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														519.0,
														123.0,
														60.0,
														22.0
													],
													"text": "s #0-osc"
												}
											},
											{
												"box": {
													"id": "obj-10",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														698.0,
														55.0,
														86.0,
														22.0
													],
													"text": "r #0-set-mute",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-11",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														698.0,
														89.0,
														92.0,
														22.0
													],
													"text": "prepend /mute",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-12",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														698.0,
														123.0,
														60.0,
														22.0
													],
													"text": "s #0-osc"
												}
											},
											{
												"box": {
													"id": "obj-13",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														830.0,
														55.0,
														93.0,
														22.0
													],
													"text": "r #0-set-freeze",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-14",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														830.0,
														89.0,
														99.0,
														22.0
													],
													"text": "prepend /freeze",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-15",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														830.0,
														123.0,
														60.0,
														22.0
													],
													"text": "s #0-osc"
												}
											},
											{
												"box": {
													"id": "obj-16",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														969.0,
														55.0,
														93.0,
														22.0
													],
													"text": "r #0-set-record",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-17",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														969.0,
														89.0,
														99.0,
														22.0
													],
													"text": "prepend /record",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-18",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														969.0,
														123.0,
														60.0,
														22.0
													],
													"text": "s #0-osc"
												}
											},
											{
												"box": {
													"id": "obj-19",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														187.0,
														78.0,
														22.0
													],
													"text": "r #0-answer",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-20",
													"maxclass": "newobj",
													"numinlets": 6,
													"numoutlets": 6,
													"patching_rect": [
														20.0,
														221.0,
														220.0,
														22.0
													],
													"text": "route master mute freeze record meter",
													"outlettype": [
														"",
														"",
														"",
														"",
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-21",
													"maxclass": "newobj",
													"numinlets": 3,
													"numoutlets": 3,
													"patching_rect": [
														20.0,
														255.0,
														105.0,
														22.0
													],
													"text": "route gain ceiling",
													"outlettype": [
														"",
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-22",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														289.0,
														137.0,
														22.0
													],
													"text": "s #0-show-master-gain"
												}
											},
											{
												"box": {
													"id": "obj-23",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														172.0,
														289.0,
														148.0,
														22.0
													],
													"text": "s #0-show-master-ceiling"
												}
											},
											{
												"box": {
													"id": "obj-24",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														140.0,
														255.0,
														61.0,
														22.0
													],
													"text": "zl.slice 1",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-25",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														335.0,
														289.0,
														100.0,
														22.0
													],
													"text": "s #0-show-mute"
												}
											},
											{
												"box": {
													"id": "obj-26",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														216.0,
														255.0,
														61.0,
														22.0
													],
													"text": "zl.slice 1",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-27",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														450.0,
														289.0,
														107.0,
														22.0
													],
													"text": "s #0-show-freeze"
												}
											},
											{
												"box": {
													"id": "obj-28",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														292.0,
														255.0,
														61.0,
														22.0
													],
													"text": "zl.slice 1",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-29",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														572.0,
														289.0,
														107.0,
														22.0
													],
													"text": "s #0-show-record"
												}
											},
											{
												"box": {
													"id": "obj-30",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														368.0,
														255.0,
														67.0,
														22.0
													],
													"text": "unpack f f",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-31",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														694.0,
														289.0,
														83.0,
														22.0
													],
													"text": "s #0-meter-0"
												}
											},
											{
												"box": {
													"id": "obj-32",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														792.0,
														289.0,
														83.0,
														22.0
													],
													"text": "s #0-meter-1"
												}
											},
											{
												"box": {
													"id": "obj-33",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														915.0,
														187.0,
														68.0,
														22.0
													],
													"text": "r #0-panic",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-34",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														915.0,
														221.0,
														38.0,
														22.0
													],
													"text": "t b b",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-35",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														979.0,
														255.0,
														39.0,
														22.0
													],
													"text": "stop",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-36",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														990.0,
														289.0,
														71.0,
														22.0
													],
													"text": "s #0-notes"
												}
											},
											{
												"box": {
													"id": "obj-37",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														915.0,
														255.0,
														49.0,
														22.0
													],
													"text": "/panic",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-38",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														915.0,
														289.0,
														60.0,
														22.0
													],
													"text": "s #0-osc"
												}
											},
											{
												"box": {
													"id": "obj-39",
													"maxclass": "comment",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														20.0,
														303.0,
														21.0
													],
													"textcolor": [
														0.149,
														0.196,
														0.235,
														1.0
													],
													"fontsize": 12.0,
													"text": "Level, limiter, meters, mute, freeze, record and panic."
												}
											}
										],
										"lines": [
											{
												"patchline": {
													"source": [
														"obj-1",
														0
													],
													"destination": [
														"obj-2",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-2",
														0
													],
													"destination": [
														"obj-3",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-4",
														0
													],
													"destination": [
														"obj-5",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-5",
														0
													],
													"destination": [
														"obj-6",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-7",
														0
													],
													"destination": [
														"obj-8",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-8",
														0
													],
													"destination": [
														"obj-9",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-10",
														0
													],
													"destination": [
														"obj-11",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-11",
														0
													],
													"destination": [
														"obj-12",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-13",
														0
													],
													"destination": [
														"obj-14",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-14",
														0
													],
													"destination": [
														"obj-15",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-16",
														0
													],
													"destination": [
														"obj-17",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-17",
														0
													],
													"destination": [
														"obj-18",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-19",
														0
													],
													"destination": [
														"obj-20",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-20",
														0
													],
													"destination": [
														"obj-21",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-21",
														0
													],
													"destination": [
														"obj-22",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-21",
														1
													],
													"destination": [
														"obj-23",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-20",
														1
													],
													"destination": [
														"obj-24",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-24",
														0
													],
													"destination": [
														"obj-25",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-20",
														2
													],
													"destination": [
														"obj-26",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-26",
														0
													],
													"destination": [
														"obj-27",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-20",
														3
													],
													"destination": [
														"obj-28",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-28",
														0
													],
													"destination": [
														"obj-29",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-20",
														4
													],
													"destination": [
														"obj-30",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-30",
														0
													],
													"destination": [
														"obj-31",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-30",
														1
													],
													"destination": [
														"obj-32",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-33",
														0
													],
													"destination": [
														"obj-34",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-34",
														1
													],
													"destination": [
														"obj-35",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-35",
														0
													],
													"destination": [
														"obj-36",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-34",
														0
													],
													"destination": [
														"obj-37",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-37",
														0
													],
													"destination": [
														"obj-38",
														0
													]
												}
											}
										],
										"dependency_cache": [],
										"autosave": 0,
										"bgcolor": [
											0.988,
											0.988,
											0.98,
											1.0
										],
										"editing_bgcolor": [
											0.988,
											0.988,
											0.98,
											1.0
										]
									},
									"text": "p master"
								}
							},
							{
								"box": {
									"id": "obj-7",
									"maxclass": "newobj",
									"numinlets": 0,
									"numoutlets": 0,
									"patching_rect": [
										649.0,
										20.0,
										57.0,
										22.0
									],
									"patcher": {
										"fileversion": 1,
										"appversion": {
											"major": 8,
											"minor": 5,
											"revision": 5,
											"architecture": "x64",
											"modernui": 1
										},
										"classnamespace": "box",
										"rect": [
											60,
											80,
											459,
											243
										],
										"bglocked": 0,
										"openinpresentation": 0,
										"default_fontsize": 12.0,
										"default_fontface": 0,
										"default_fontname": "Arial",
										"gridonopen": 1,
										"gridsize": [
											15.0,
											15.0
										],
										"gridsnaponopen": 1,
										"objectsnaponopen": 1,
										"statusbarvisible": 2,
										"toolbarvisible": 1,
										"lefttoolbarpinned": 0,
										"toptoolbarpinned": 0,
										"righttoolbarpinned": 0,
										"bottomtoolbarpinned": 0,
										"toolbars_unpinned_last_save": 0,
										"tallnewobj": 0,
										"boxanimatetime": 200,
										"enablehscroll": 1,
										"enablevscroll": 1,
										"devicewidth": 0.0,
										"description": "",
										"digest": "",
										"tags": "",
										"style": "",
										"subpatcher_template": "",
										"assistshowspatchername": 0,
										"boxes": [
											{
												"box": {
													"id": "obj-1",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														55.0,
														92.0,
														22.0
													],
													"text": "r #0-set-phase",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-2",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														20.0,
														89.0,
														34.0,
														22.0
													],
													"text": "t b l",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-3",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														102.0,
														123.0,
														98.0,
														22.0
													],
													"text": "prepend /phase",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-4",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														102.0,
														157.0,
														60.0,
														22.0
													],
													"text": "s #0-osc"
												}
											},
											{
												"box": {
													"id": "obj-5",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														123.0,
														67.0,
														22.0
													],
													"text": "delay 200",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-6",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														177.0,
														157.0,
														53.0,
														22.0
													],
													"text": "/phase",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-7",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														215.0,
														123.0,
														58.0,
														22.0
													],
													"text": "r #0-ask",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-8",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														177.0,
														191.0,
														60.0,
														22.0
													],
													"text": "s #0-osc"
												}
											},
											{
												"box": {
													"id": "obj-9",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														313.0,
														55.0,
														78.0,
														22.0
													],
													"text": "r #0-answer",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-10",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														313.0,
														89.0,
														78.0,
														22.0
													],
													"text": "route phase",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-11",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														313.0,
														123.0,
														116.0,
														22.0
													],
													"text": "prepend setsymbol",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-12",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														313.0,
														157.0,
														108.0,
														22.0
													],
													"text": "s #0-phase-menu"
												}
											},
											{
												"box": {
													"id": "obj-13",
													"maxclass": "comment",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														20.0,
														169.0,
														21.0
													],
													"textcolor": [
														0.149,
														0.196,
														0.235,
														1.0
													],
													"fontsize": 12.0,
													"text": "How frames become sound."
												}
											}
										],
										"lines": [
											{
												"patchline": {
													"source": [
														"obj-1",
														0
													],
													"destination": [
														"obj-2",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-2",
														1
													],
													"destination": [
														"obj-3",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-3",
														0
													],
													"destination": [
														"obj-4",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-2",
														0
													],
													"destination": [
														"obj-5",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-5",
														0
													],
													"destination": [
														"obj-6",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-7",
														0
													],
													"destination": [
														"obj-6",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-6",
														0
													],
													"destination": [
														"obj-8",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-9",
														0
													],
													"destination": [
														"obj-10",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-10",
														0
													],
													"destination": [
														"obj-11",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-11",
														0
													],
													"destination": [
														"obj-12",
														0
													]
												}
											}
										],
										"dependency_cache": [],
										"autosave": 0,
										"bgcolor": [
											0.988,
											0.988,
											0.98,
											1.0
										],
										"editing_bgcolor": [
											0.988,
											0.988,
											0.98,
											1.0
										]
									},
									"text": "p phase"
								}
							},
							{
								"box": {
									"id": "obj-8",
									"maxclass": "newobj",
									"numinlets": 0,
									"numoutlets": 0,
									"patching_rect": [
										746.0,
										20.0,
										57.0,
										22.0
									],
									"patcher": {
										"fileversion": 1,
										"appversion": {
											"major": 8,
											"minor": 5,
											"revision": 5,
											"architecture": "x64",
											"modernui": 1
										},
										"classnamespace": "box",
										"rect": [
											60,
											80,
											1072,
											745
										],
										"bglocked": 0,
										"openinpresentation": 0,
										"default_fontsize": 12.0,
										"default_fontface": 0,
										"default_fontname": "Arial",
										"gridonopen": 1,
										"gridsize": [
											15.0,
											15.0
										],
										"gridsnaponopen": 1,
										"objectsnaponopen": 1,
										"statusbarvisible": 2,
										"toolbarvisible": 1,
										"lefttoolbarpinned": 0,
										"toptoolbarpinned": 0,
										"righttoolbarpinned": 0,
										"bottomtoolbarpinned": 0,
										"toolbars_unpinned_last_save": 0,
										"tallnewobj": 0,
										"boxanimatetime": 200,
										"enablehscroll": 1,
										"enablevscroll": 1,
										"devicewidth": 0.0,
										"description": "",
										"digest": "",
										"tags": "",
										"style": "",
										"subpatcher_template": "",
										"assistshowspatchername": 0,
										"boxes": [
											{
												"box": {
													"id": "obj-1",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														55.0,
														58.0,
														22.0
													],
													"text": "r #0-ask",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-2",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 3,
													"patching_rect": [
														20.0,
														89.0,
														48.0,
														22.0
													],
													"text": "t b b b",
													"outlettype": [
														"",
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-3",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														155.0,
														123.0,
														75.0,
														22.0
													],
													"text": "/anchor/list",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-4",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														197.0,
														157.0,
														60.0,
														22.0
													],
													"text": "s #0-osc"
												}
											},
											{
												"box": {
													"id": "obj-5",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														69.0,
														123.0,
														71.0,
														22.0
													],
													"text": "/preset/list",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-6",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														122.0,
														157.0,
														60.0,
														22.0
													],
													"text": "s #0-osc"
												}
											},
											{
												"box": {
													"id": "obj-7",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														123.0,
														34.0,
														22.0
													],
													"text": "at",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-8",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														157.0,
														87.0,
														22.0
													],
													"text": "s #0-question"
												}
											},
											{
												"box": {
													"id": "obj-9",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														221.0,
														78.0,
														22.0
													],
													"text": "r #0-answer",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-10",
													"maxclass": "newobj",
													"numinlets": 3,
													"numoutlets": 3,
													"patching_rect": [
														20.0,
														255.0,
														119.0,
														22.0
													],
													"text": "route anchor preset",
													"outlettype": [
														"",
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-11",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														20.0,
														289.0,
														81.0,
														22.0
													],
													"text": "route names",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-12",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														20.0,
														323.0,
														72.0,
														22.0
													],
													"text": "route bang",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-13",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														45.0,
														357.0,
														32.0,
														22.0
													],
													"text": "t l l",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-14",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														121.0,
														391.0,
														72.0,
														22.0
													],
													"text": "route bang",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-15",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														146.0,
														425.0,
														34.0,
														22.0
													],
													"text": "t l b",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-16",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														146.0,
														459.0,
														43.0,
														22.0
													],
													"text": "clear",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-17",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														204.0,
														459.0,
														152.0,
														22.0
													],
													"text": "zl.iter 1 @zlmaxsize 2048",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-18",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														541.0,
														493.0,
														102.0,
														22.0
													],
													"text": "prepend append",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-19",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														453.0,
														493.0,
														73.0,
														22.0
													],
													"text": "s #0-points"
												}
											},
											{
												"box": {
													"id": "obj-20",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														541.0,
														527.0,
														73.0,
														22.0
													],
													"text": "s #0-points"
												}
											},
											{
												"box": {
													"id": "obj-21",
													"maxclass": "newobj",
													"numinlets": 4,
													"numoutlets": 4,
													"patching_rect": [
														116.0,
														289.0,
														147.0,
														22.0
													],
													"text": "route names store delete",
													"outlettype": [
														"",
														"",
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-22",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														116.0,
														323.0,
														72.0,
														22.0
													],
													"text": "route bang",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-23",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														141.0,
														357.0,
														34.0,
														22.0
													],
													"text": "t l b",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-24",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														208.0,
														391.0,
														43.0,
														22.0
													],
													"text": "clear",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-25",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														266.0,
														391.0,
														152.0,
														22.0
													],
													"text": "zl.iter 1 @zlmaxsize 2048",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-26",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														304.0,
														425.0,
														102.0,
														22.0
													],
													"text": "prepend append",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-27",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														208.0,
														425.0,
														81.0,
														22.0
													],
													"text": "s #0-presets"
												}
											},
											{
												"box": {
													"id": "obj-28",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														371.0,
														459.0,
														32.0,
														22.0
													],
													"text": "t l l",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-29",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														746.0,
														493.0,
														81.0,
														22.0
													],
													"text": "s #0-presets"
												}
											},
											{
												"box": {
													"id": "obj-30",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														658.0,
														493.0,
														73.0,
														22.0
													],
													"text": "s #0-points"
												}
											},
											{
												"box": {
													"id": "obj-31",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														203.0,
														323.0,
														32.0,
														22.0
													],
													"text": "t b",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-32",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														113.0,
														221.0,
														78.0,
														22.0
													],
													"text": "r #0-answer",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-33",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														154.0,
														255.0,
														72.0,
														22.0
													],
													"text": "route done",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-34",
													"maxclass": "newobj",
													"numinlets": 3,
													"numoutlets": 3,
													"patching_rect": [
														278.0,
														289.0,
														188.0,
														22.0
													],
													"text": "route /preset/store /preset/delete",
													"outlettype": [
														"",
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-35",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														203.0,
														357.0,
														67.0,
														22.0
													],
													"text": "delay 100",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-36",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														433.0,
														391.0,
														38.0,
														22.0
													],
													"text": "t b b",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-37",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														519.0,
														425.0,
														75.0,
														22.0
													],
													"text": "/anchor/list",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-38",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														519.0,
														459.0,
														60.0,
														22.0
													],
													"text": "s #0-osc"
												}
											},
											{
												"box": {
													"id": "obj-39",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														433.0,
														425.0,
														71.0,
														22.0
													],
													"text": "/preset/list",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-40",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														433.0,
														459.0,
														60.0,
														22.0
													],
													"text": "s #0-osc"
												}
											},
											{
												"box": {
													"id": "obj-41",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														45.0,
														391.0,
														61.0,
														22.0
													],
													"text": "zl.slice 2",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-42",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														45.0,
														425.0,
														72.0,
														22.0
													],
													"text": "unpack s s",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-43",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														45.0,
														459.0,
														32.0,
														22.0
													],
													"text": "t l l",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-44",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														125.0,
														493.0,
														116.0,
														22.0
													],
													"text": "prepend setsymbol",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-45",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														125.0,
														527.0,
														99.0,
														22.0
													],
													"text": "s #0-from-menu"
												}
											},
											{
												"box": {
													"id": "obj-46",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														45.0,
														493.0,
														65.0,
														22.0
													],
													"text": "s #0-from"
												}
											},
											{
												"box": {
													"id": "obj-47",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														92.0,
														459.0,
														32.0,
														22.0
													],
													"text": "t l l",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-48",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														322.0,
														493.0,
														116.0,
														22.0
													],
													"text": "prepend setsymbol",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-49",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														322.0,
														527.0,
														85.0,
														22.0
													],
													"text": "s #0-to-menu"
												}
											},
											{
												"box": {
													"id": "obj-50",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														256.0,
														493.0,
														51.0,
														22.0
													],
													"text": "s #0-to"
												}
											},
											{
												"box": {
													"id": "obj-51",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														867.0,
														221.0,
														65.0,
														22.0
													],
													"text": "r #0-point",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-52",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														867.0,
														255.0,
														34.0,
														22.0
													],
													"text": "t b l",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-53",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														959.0,
														289.0,
														72.0,
														22.0
													],
													"text": "prepend at",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-54",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														959.0,
														323.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-55",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														867.0,
														289.0,
														77.0,
														22.0
													],
													"text": "s #0-moved"
												}
											},
											{
												"box": {
													"id": "obj-56",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														591.0,
														65.0,
														22.0
													],
													"text": "r #0-state",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-57",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														20.0,
														625.0,
														55.0,
														22.0
													],
													"text": "route at",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-58",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														659.0,
														116.0,
														22.0
													],
													"text": "prepend setsymbol",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-59",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														693.0,
														101.0,
														22.0
													],
													"text": "s #0-point-menu"
												}
											},
											{
												"box": {
													"id": "obj-60",
													"maxclass": "comment",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														20.0,
														261.0,
														21.0
													],
													"textcolor": [
														0.149,
														0.196,
														0.235,
														1.0
													],
													"fontsize": 12.0,
													"text": "Anchors and presets, by name, in the menus."
												}
											}
										],
										"lines": [
											{
												"patchline": {
													"source": [
														"obj-1",
														0
													],
													"destination": [
														"obj-2",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-2",
														2
													],
													"destination": [
														"obj-3",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-3",
														0
													],
													"destination": [
														"obj-4",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-2",
														1
													],
													"destination": [
														"obj-5",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-5",
														0
													],
													"destination": [
														"obj-6",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-2",
														0
													],
													"destination": [
														"obj-7",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-7",
														0
													],
													"destination": [
														"obj-8",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-9",
														0
													],
													"destination": [
														"obj-10",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-10",
														0
													],
													"destination": [
														"obj-11",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-11",
														0
													],
													"destination": [
														"obj-12",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-12",
														1
													],
													"destination": [
														"obj-13",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-13",
														1
													],
													"destination": [
														"obj-14",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-14",
														1
													],
													"destination": [
														"obj-15",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-15",
														1
													],
													"destination": [
														"obj-16",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-14",
														0
													],
													"destination": [
														"obj-16",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-15",
														0
													],
													"destination": [
														"obj-17",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-17",
														0
													],
													"destination": [
														"obj-18",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-16",
														0
													],
													"destination": [
														"obj-19",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-18",
														0
													],
													"destination": [
														"obj-20",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-10",
														1
													],
													"destination": [
														"obj-21",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-21",
														0
													],
													"destination": [
														"obj-22",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-22",
														1
													],
													"destination": [
														"obj-23",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-23",
														1
													],
													"destination": [
														"obj-24",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-22",
														0
													],
													"destination": [
														"obj-24",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-23",
														0
													],
													"destination": [
														"obj-25",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-25",
														0
													],
													"destination": [
														"obj-26",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-24",
														0
													],
													"destination": [
														"obj-27",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-26",
														0
													],
													"destination": [
														"obj-28",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-28",
														1
													],
													"destination": [
														"obj-29",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-28",
														0
													],
													"destination": [
														"obj-30",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-21",
														1
													],
													"destination": [
														"obj-31",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-21",
														2
													],
													"destination": [
														"obj-31",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-32",
														0
													],
													"destination": [
														"obj-33",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-33",
														0
													],
													"destination": [
														"obj-34",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-34",
														0
													],
													"destination": [
														"obj-31",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-34",
														1
													],
													"destination": [
														"obj-31",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-31",
														0
													],
													"destination": [
														"obj-35",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-35",
														0
													],
													"destination": [
														"obj-36",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-36",
														1
													],
													"destination": [
														"obj-37",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-37",
														0
													],
													"destination": [
														"obj-38",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-36",
														0
													],
													"destination": [
														"obj-39",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-39",
														0
													],
													"destination": [
														"obj-40",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-13",
														0
													],
													"destination": [
														"obj-41",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-41",
														0
													],
													"destination": [
														"obj-42",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-42",
														0
													],
													"destination": [
														"obj-43",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-43",
														1
													],
													"destination": [
														"obj-44",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-44",
														0
													],
													"destination": [
														"obj-45",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-43",
														0
													],
													"destination": [
														"obj-46",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-42",
														1
													],
													"destination": [
														"obj-47",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-47",
														1
													],
													"destination": [
														"obj-48",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-48",
														0
													],
													"destination": [
														"obj-49",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-47",
														0
													],
													"destination": [
														"obj-50",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-51",
														0
													],
													"destination": [
														"obj-52",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-52",
														1
													],
													"destination": [
														"obj-53",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-53",
														0
													],
													"destination": [
														"obj-54",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-52",
														0
													],
													"destination": [
														"obj-55",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-56",
														0
													],
													"destination": [
														"obj-57",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-57",
														0
													],
													"destination": [
														"obj-58",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-58",
														0
													],
													"destination": [
														"obj-59",
														0
													]
												}
											}
										],
										"dependency_cache": [],
										"autosave": 0,
										"bgcolor": [
											0.988,
											0.988,
											0.98,
											1.0
										],
										"editing_bgcolor": [
											0.988,
											0.988,
											0.98,
											1.0
										]
									},
									"text": "p points"
								}
							},
							{
								"box": {
									"id": "obj-9",
									"maxclass": "newobj",
									"numinlets": 0,
									"numoutlets": 0,
									"patching_rect": [
										843.0,
										20.0,
										70.0,
										22.0
									],
									"patcher": {
										"fileversion": 1,
										"appversion": {
											"major": 8,
											"minor": 5,
											"revision": 5,
											"architecture": "x64",
											"modernui": 1
										},
										"classnamespace": "box",
										"rect": [
											60,
											80,
											767,
											243
										],
										"bglocked": 0,
										"openinpresentation": 0,
										"default_fontsize": 12.0,
										"default_fontface": 0,
										"default_fontname": "Arial",
										"gridonopen": 1,
										"gridsize": [
											15.0,
											15.0
										],
										"gridsnaponopen": 1,
										"objectsnaponopen": 1,
										"statusbarvisible": 2,
										"toolbarvisible": 1,
										"lefttoolbarpinned": 0,
										"toptoolbarpinned": 0,
										"righttoolbarpinned": 0,
										"bottomtoolbarpinned": 0,
										"toolbars_unpinned_last_save": 0,
										"tallnewobj": 0,
										"boxanimatetime": 200,
										"enablehscroll": 1,
										"enablevscroll": 1,
										"devicewidth": 0.0,
										"description": "",
										"digest": "",
										"tags": "",
										"style": "",
										"subpatcher_template": "",
										"assistshowspatchername": 0,
										"boxes": [
											{
												"box": {
													"id": "obj-1",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														471.0,
														89.0,
														93.0,
														22.0
													],
													"text": "timbre.morph *",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-2",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														55.0,
														63.0,
														22.0
													],
													"text": "r #0-from",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-3",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														89.0,
														86.0,
														22.0
													],
													"text": "prepend from",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-4",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														98.0,
														55.0,
														49.0,
														22.0
													],
													"text": "r #0-to",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-5",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														121.0,
														89.0,
														72.0,
														22.0
													],
													"text": "prepend to",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-6",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														162.0,
														55.0,
														62.0,
														22.0
													],
													"text": "r #0-time",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-7",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														208.0,
														89.0,
														85.0,
														22.0
													],
													"text": "prepend time",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-8",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														239.0,
														55.0,
														69.0,
														22.0
													],
													"text": "r #0-curve",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-9",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														308.0,
														89.0,
														91.0,
														22.0
													],
													"text": "prepend curve",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-10",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														323.0,
														55.0,
														53.0,
														22.0
													],
													"text": "r #0-go",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-11",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														391.0,
														55.0,
														65.0,
														22.0
													],
													"text": "r #0-back",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-12",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														414.0,
														89.0,
														42.0,
														22.0
													],
													"text": "back",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-13",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														471.0,
														55.0,
														69.0,
														22.0
													],
													"text": "r #0-scrub",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-14",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														555.0,
														55.0,
														70.0,
														22.0
													],
													"text": "r #0-target",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-15",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														471.0,
														123.0,
														35.0,
														22.0
													],
													"text": "t b f",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-16",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														563.0,
														157.0,
														78.0,
														22.0
													],
													"text": "prepend set",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-17",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														563.0,
														191.0,
														103.0,
														22.0
													],
													"text": "s #0-show-scrub"
												}
											},
											{
												"box": {
													"id": "obj-18",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														471.0,
														157.0,
														77.0,
														22.0
													],
													"text": "s #0-moved"
												}
											},
											{
												"box": {
													"id": "obj-19",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														521.0,
														123.0,
														61.0,
														22.0
													],
													"text": "route fail",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-20",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														656.0,
														157.0,
														81.0,
														22.0
													],
													"text": "s #0-refused"
												}
											},
											{
												"box": {
													"id": "obj-21",
													"maxclass": "comment",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														20.0,
														178.0,
														21.0
													],
													"textcolor": [
														0.149,
														0.196,
														0.235,
														1.0
													],
													"fontsize": 12.0,
													"text": "Journeys between two points."
												}
											}
										],
										"lines": [
											{
												"patchline": {
													"source": [
														"obj-2",
														0
													],
													"destination": [
														"obj-3",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-3",
														0
													],
													"destination": [
														"obj-1",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-4",
														0
													],
													"destination": [
														"obj-5",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-5",
														0
													],
													"destination": [
														"obj-1",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-6",
														0
													],
													"destination": [
														"obj-7",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-7",
														0
													],
													"destination": [
														"obj-1",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-8",
														0
													],
													"destination": [
														"obj-9",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-9",
														0
													],
													"destination": [
														"obj-1",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-10",
														0
													],
													"destination": [
														"obj-1",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-11",
														0
													],
													"destination": [
														"obj-12",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-12",
														0
													],
													"destination": [
														"obj-1",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-13",
														0
													],
													"destination": [
														"obj-1",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-14",
														0
													],
													"destination": [
														"obj-1",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-1",
														0
													],
													"destination": [
														"obj-15",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-15",
														1
													],
													"destination": [
														"obj-16",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-16",
														0
													],
													"destination": [
														"obj-17",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-15",
														0
													],
													"destination": [
														"obj-18",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-1",
														1
													],
													"destination": [
														"obj-19",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-19",
														0
													],
													"destination": [
														"obj-20",
														0
													]
												}
											}
										],
										"dependency_cache": [],
										"autosave": 0,
										"bgcolor": [
											0.988,
											0.988,
											0.98,
											1.0
										],
										"editing_bgcolor": [
											0.988,
											0.988,
											0.98,
											1.0
										]
									},
									"text": "p journeys"
								}
							},
							{
								"box": {
									"id": "obj-10",
									"maxclass": "newobj",
									"numinlets": 0,
									"numoutlets": 0,
									"patching_rect": [
										953.0,
										20.0,
										64.0,
										22.0
									],
									"patcher": {
										"fileversion": 1,
										"appversion": {
											"major": 8,
											"minor": 5,
											"revision": 5,
											"architecture": "x64",
											"modernui": 1
										},
										"classnamespace": "box",
										"rect": [
											60,
											80,
											1050,
											243
										],
										"bglocked": 0,
										"openinpresentation": 0,
										"default_fontsize": 12.0,
										"default_fontface": 0,
										"default_fontname": "Arial",
										"gridonopen": 1,
										"gridsize": [
											15.0,
											15.0
										],
										"gridsnaponopen": 1,
										"objectsnaponopen": 1,
										"statusbarvisible": 2,
										"toolbarvisible": 1,
										"lefttoolbarpinned": 0,
										"toptoolbarpinned": 0,
										"righttoolbarpinned": 0,
										"bottomtoolbarpinned": 0,
										"toolbars_unpinned_last_save": 0,
										"tallnewobj": 0,
										"boxanimatetime": 200,
										"enablehscroll": 1,
										"enablevscroll": 1,
										"devicewidth": 0.0,
										"description": "",
										"digest": "",
										"tags": "",
										"style": "",
										"subpatcher_template": "",
										"assistshowspatchername": 0,
										"boxes": [
											{
												"box": {
													"id": "obj-1",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														55.0,
														73.0,
														22.0
													],
													"text": "r #0-preset",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-2",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 3,
													"patching_rect": [
														20.0,
														89.0,
														40.0,
														22.0
													],
													"text": "t b l l",
													"outlettype": [
														"",
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-3",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														200.0,
														123.0,
														78.0,
														22.0
													],
													"text": "prepend set",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-4",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														273.0,
														157.0,
														71.0,
														22.0
													],
													"text": "s #0-name"
												}
											},
											{
												"box": {
													"id": "obj-5",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														102.0,
														123.0,
														83.0,
														22.0
													],
													"text": "pack none 1.",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-6",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														75.0,
														89.0,
														95.0,
														22.0
													],
													"text": "r #0-recall-time",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-7",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														127.0,
														157.0,
														131.0,
														22.0
													],
													"text": "prepend /preset/recall",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-8",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														127.0,
														191.0,
														60.0,
														22.0
													],
													"text": "s #0-osc"
												}
											},
											{
												"box": {
													"id": "obj-9",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														123.0,
														67.0,
														22.0
													],
													"text": "delay 100",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-10",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														157.0,
														92.0,
														22.0
													],
													"text": "s #0-ask-voice"
												}
											},
											{
												"box": {
													"id": "obj-11",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														384.0,
														55.0,
														48.0,
														22.0
													],
													"text": "gate 2",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-12",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														447.0,
														55.0,
														66.0,
														22.0
													],
													"text": "r #0-store",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-13",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														678.0,
														89.0,
														38.0,
														22.0
													],
													"text": "t b b",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-14",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														764.0,
														123.0,
														34.0,
														22.0
													],
													"text": "1",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-15",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														678.0,
														123.0,
														71.0,
														22.0
													],
													"text": "s #0-name"
												}
											},
											{
												"box": {
													"id": "obj-16",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														528.0,
														55.0,
														72.0,
														22.0
													],
													"text": "r #0-delete",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-17",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														731.0,
														89.0,
														38.0,
														22.0
													],
													"text": "t b b",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-18",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														899.0,
														123.0,
														34.0,
														22.0
													],
													"text": "2",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-19",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														813.0,
														123.0,
														71.0,
														22.0
													],
													"text": "s #0-name"
												}
											},
											{
												"box": {
													"id": "obj-20",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														615.0,
														55.0,
														93.0,
														22.0
													],
													"text": "r #0-name-told",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-21",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														784.0,
														89.0,
														65.0,
														22.0
													],
													"text": "route text",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-22",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														948.0,
														123.0,
														72.0,
														22.0
													],
													"text": "route bang",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-23",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														384.0,
														89.0,
														129.0,
														22.0
													],
													"text": "prepend /preset/store",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-24",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														384.0,
														123.0,
														60.0,
														22.0
													],
													"text": "s #0-osc"
												}
											},
											{
												"box": {
													"id": "obj-25",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														528.0,
														89.0,
														135.0,
														22.0
													],
													"text": "prepend /preset/delete",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-26",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														528.0,
														123.0,
														60.0,
														22.0
													],
													"text": "s #0-osc"
												}
											},
											{
												"box": {
													"id": "obj-27",
													"maxclass": "comment",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														20.0,
														251.0,
														21.0
													],
													"textcolor": [
														0.149,
														0.196,
														0.235,
														1.0
													],
													"fontsize": 12.0,
													"text": "What the server stores, recalls and deletes."
												}
											}
										],
										"lines": [
											{
												"patchline": {
													"source": [
														"obj-1",
														0
													],
													"destination": [
														"obj-2",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-2",
														2
													],
													"destination": [
														"obj-3",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-3",
														0
													],
													"destination": [
														"obj-4",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-2",
														1
													],
													"destination": [
														"obj-5",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-6",
														0
													],
													"destination": [
														"obj-5",
														1
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-5",
														0
													],
													"destination": [
														"obj-7",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-7",
														0
													],
													"destination": [
														"obj-8",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-2",
														0
													],
													"destination": [
														"obj-9",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-9",
														0
													],
													"destination": [
														"obj-10",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-12",
														0
													],
													"destination": [
														"obj-13",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-13",
														1
													],
													"destination": [
														"obj-14",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-14",
														0
													],
													"destination": [
														"obj-11",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-13",
														0
													],
													"destination": [
														"obj-15",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-16",
														0
													],
													"destination": [
														"obj-17",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-17",
														1
													],
													"destination": [
														"obj-18",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-18",
														0
													],
													"destination": [
														"obj-11",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-17",
														0
													],
													"destination": [
														"obj-19",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-20",
														0
													],
													"destination": [
														"obj-21",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-21",
														0
													],
													"destination": [
														"obj-22",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-22",
														1
													],
													"destination": [
														"obj-11",
														1
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-11",
														0
													],
													"destination": [
														"obj-23",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-23",
														0
													],
													"destination": [
														"obj-24",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-11",
														1
													],
													"destination": [
														"obj-25",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-25",
														0
													],
													"destination": [
														"obj-26",
														0
													]
												}
											}
										],
										"dependency_cache": [],
										"autosave": 0,
										"bgcolor": [
											0.988,
											0.988,
											0.98,
											1.0
										],
										"editing_bgcolor": [
											0.988,
											0.988,
											0.98,
											1.0
										]
									},
									"text": "p presets"
								}
							},
							{
								"box": {
									"id": "obj-11",
									"maxclass": "newobj",
									"numinlets": 0,
									"numoutlets": 0,
									"patching_rect": [
										20.0,
										84.0,
										63.0,
										22.0
									],
									"patcher": {
										"fileversion": 1,
										"appversion": {
											"major": 8,
											"minor": 5,
											"revision": 5,
											"architecture": "x64",
											"modernui": 1
										},
										"classnamespace": "box",
										"rect": [
											60,
											80,
											989,
											511
										],
										"bglocked": 0,
										"openinpresentation": 0,
										"default_fontsize": 12.0,
										"default_fontface": 0,
										"default_fontname": "Arial",
										"gridonopen": 1,
										"gridsize": [
											15.0,
											15.0
										],
										"gridsnaponopen": 1,
										"objectsnaponopen": 1,
										"statusbarvisible": 2,
										"toolbarvisible": 1,
										"lefttoolbarpinned": 0,
										"toptoolbarpinned": 0,
										"righttoolbarpinned": 0,
										"bottomtoolbarpinned": 0,
										"toolbars_unpinned_last_save": 0,
										"tallnewobj": 0,
										"boxanimatetime": 200,
										"enablehscroll": 1,
										"enablevscroll": 1,
										"devicewidth": 0.0,
										"description": "",
										"digest": "",
										"tags": "",
										"style": "",
										"subpatcher_template": "",
										"assistshowspatchername": 0,
										"boxes": [
											{
												"box": {
													"id": "obj-1",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														55.0,
														58.0,
														22.0
													],
													"text": "r #0-ask",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-2",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 3,
													"patching_rect": [
														20.0,
														89.0,
														48.0,
														22.0
													],
													"text": "t b b b",
													"outlettype": [
														"",
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-3",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														186.0,
														123.0,
														70.0,
														22.0
													],
													"text": "/space/list",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-4",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														186.0,
														157.0,
														60.0,
														22.0
													],
													"text": "s #0-osc"
												}
											},
											{
												"box": {
													"id": "obj-5",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														96.0,
														123.0,
														75.0,
														22.0
													],
													"text": "/space/info",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-6",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														96.0,
														157.0,
														60.0,
														22.0
													],
													"text": "s #0-osc"
												}
											},
											{
												"box": {
													"id": "obj-7",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														123.0,
														61.0,
														22.0
													],
													"text": "/path/list",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-8",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														157.0,
														60.0,
														22.0
													],
													"text": "s #0-osc"
												}
											},
											{
												"box": {
													"id": "obj-9",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														296.0,
														55.0,
														71.0,
														22.0
													],
													"text": "r #0-space",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-10",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														339.0,
														89.0,
														83.0,
														22.0
													],
													"text": "pack none 2.",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-11",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														382.0,
														55.0,
														63.0,
														22.0
													],
													"text": "r #0-fade",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-12",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														339.0,
														123.0,
														123.0,
														22.0
													],
													"text": "prepend /space/load",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-13",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														339.0,
														157.0,
														60.0,
														22.0
													],
													"text": "s #0-osc"
												}
											},
											{
												"box": {
													"id": "obj-14",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														221.0,
														78.0,
														22.0
													],
													"text": "r #0-answer",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-15",
													"maxclass": "newobj",
													"numinlets": 5,
													"numoutlets": 5,
													"patching_rect": [
														20.0,
														255.0,
														167.0,
														22.0
													],
													"text": "route space event done path",
													"outlettype": [
														"",
														"",
														"",
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-16",
													"maxclass": "newobj",
													"numinlets": 3,
													"numoutlets": 3,
													"patching_rect": [
														20.0,
														289.0,
														104.0,
														22.0
													],
													"text": "route names info",
													"outlettype": [
														"",
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-17",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														107.0,
														323.0,
														32.0,
														22.0
													],
													"text": "t l l",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-18",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														353.0,
														289.0,
														81.0,
														22.0
													],
													"text": "route names",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-19",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														20.0,
														323.0,
														72.0,
														22.0
													],
													"text": "route bang",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-20",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														45.0,
														357.0,
														34.0,
														22.0
													],
													"text": "t l b",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-21",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														45.0,
														391.0,
														43.0,
														22.0
													],
													"text": "clear",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-22",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														103.0,
														391.0,
														152.0,
														22.0
													],
													"text": "zl.iter 1 @zlmaxsize 2048",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-23",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														167.0,
														425.0,
														102.0,
														22.0
													],
													"text": "prepend append",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-24",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														45.0,
														425.0,
														107.0,
														22.0
													],
													"text": "s #0-space-menu"
												}
											},
											{
												"box": {
													"id": "obj-25",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														167.0,
														459.0,
														107.0,
														22.0
													],
													"text": "s #0-space-menu"
												}
											},
											{
												"box": {
													"id": "obj-26",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														353.0,
														323.0,
														72.0,
														22.0
													],
													"text": "route bang",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-27",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														378.0,
														357.0,
														34.0,
														22.0
													],
													"text": "t l b",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-28",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														491.0,
														391.0,
														43.0,
														22.0
													],
													"text": "clear",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-29",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														549.0,
														391.0,
														152.0,
														22.0
													],
													"text": "zl.iter 1 @zlmaxsize 2048",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-30",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														605.0,
														425.0,
														102.0,
														22.0
													],
													"text": "prepend append",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-31",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														491.0,
														425.0,
														99.0,
														22.0
													],
													"text": "s #0-path-menu"
												}
											},
											{
												"box": {
													"id": "obj-32",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														605.0,
														459.0,
														99.0,
														22.0
													],
													"text": "s #0-path-menu"
												}
											},
											{
												"box": {
													"id": "obj-33",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														175.0,
														357.0,
														61.0,
														22.0
													],
													"text": "zl.slice 1",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-34",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														360.0,
														391.0,
														116.0,
														22.0
													],
													"text": "prepend setsymbol",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-35",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														360.0,
														425.0,
														107.0,
														22.0
													],
													"text": "s #0-space-menu"
												}
											},
											{
												"box": {
													"id": "obj-36",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														107.0,
														357.0,
														53.0,
														22.0
													],
													"text": "zl.nth 3",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-37",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														270.0,
														391.0,
														75.0,
														22.0
													],
													"text": "s #0-voices"
												}
											},
											{
												"box": {
													"id": "obj-38",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														139.0,
														289.0,
														77.0,
														22.0
													],
													"text": "route space",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-39",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														154.0,
														323.0,
														32.0,
														22.0
													],
													"text": "t b",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-40",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														231.0,
														289.0,
														107.0,
														22.0
													],
													"text": "route /space/load",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-41",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														251.0,
														357.0,
														60.0,
														22.0
													],
													"text": "s #0-ask"
												}
											},
											{
												"box": {
													"id": "obj-42",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														747.0,
														221.0,
														63.0,
														22.0
													],
													"text": "r #0-path",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-43",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														747.0,
														255.0,
														111.0,
														22.0
													],
													"text": "prepend path/load",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-44",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														747.0,
														289.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-45",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														898.0,
														221.0,
														61.0,
														22.0
													],
													"text": "r #0-look",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-46",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														898.0,
														255.0,
														61.0,
														22.0
													],
													"text": "/path/list",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-47",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														898.0,
														289.0,
														60.0,
														22.0
													],
													"text": "s #0-osc"
												}
											},
											{
												"box": {
													"id": "obj-48",
													"maxclass": "comment",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														20.0,
														472.0,
														21.0
													],
													"textcolor": [
														0.149,
														0.196,
														0.235,
														1.0
													],
													"fontsize": 12.0,
													"text": "The spaces at hand, and the paths. When another space plays, all is asked for anew."
												}
											}
										],
										"lines": [
											{
												"patchline": {
													"source": [
														"obj-1",
														0
													],
													"destination": [
														"obj-2",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-2",
														2
													],
													"destination": [
														"obj-3",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-3",
														0
													],
													"destination": [
														"obj-4",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-2",
														1
													],
													"destination": [
														"obj-5",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-5",
														0
													],
													"destination": [
														"obj-6",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-2",
														0
													],
													"destination": [
														"obj-7",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-7",
														0
													],
													"destination": [
														"obj-8",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-9",
														0
													],
													"destination": [
														"obj-10",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-11",
														0
													],
													"destination": [
														"obj-10",
														1
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-10",
														0
													],
													"destination": [
														"obj-12",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-12",
														0
													],
													"destination": [
														"obj-13",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-14",
														0
													],
													"destination": [
														"obj-15",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-15",
														0
													],
													"destination": [
														"obj-16",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-16",
														1
													],
													"destination": [
														"obj-17",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-15",
														3
													],
													"destination": [
														"obj-18",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-16",
														0
													],
													"destination": [
														"obj-19",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-19",
														1
													],
													"destination": [
														"obj-20",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-20",
														1
													],
													"destination": [
														"obj-21",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-19",
														0
													],
													"destination": [
														"obj-21",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-20",
														0
													],
													"destination": [
														"obj-22",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-22",
														0
													],
													"destination": [
														"obj-23",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-21",
														0
													],
													"destination": [
														"obj-24",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-23",
														0
													],
													"destination": [
														"obj-25",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-18",
														0
													],
													"destination": [
														"obj-26",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-26",
														1
													],
													"destination": [
														"obj-27",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-27",
														1
													],
													"destination": [
														"obj-28",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-26",
														0
													],
													"destination": [
														"obj-28",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-27",
														0
													],
													"destination": [
														"obj-29",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-29",
														0
													],
													"destination": [
														"obj-30",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-28",
														0
													],
													"destination": [
														"obj-31",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-30",
														0
													],
													"destination": [
														"obj-32",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-17",
														1
													],
													"destination": [
														"obj-33",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-33",
														0
													],
													"destination": [
														"obj-34",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-34",
														0
													],
													"destination": [
														"obj-35",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-17",
														0
													],
													"destination": [
														"obj-36",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-36",
														0
													],
													"destination": [
														"obj-37",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-15",
														1
													],
													"destination": [
														"obj-38",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-38",
														0
													],
													"destination": [
														"obj-39",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-15",
														2
													],
													"destination": [
														"obj-40",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-40",
														0
													],
													"destination": [
														"obj-39",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-39",
														0
													],
													"destination": [
														"obj-41",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-42",
														0
													],
													"destination": [
														"obj-43",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-43",
														0
													],
													"destination": [
														"obj-44",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-45",
														0
													],
													"destination": [
														"obj-46",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-46",
														0
													],
													"destination": [
														"obj-47",
														0
													]
												}
											}
										],
										"dependency_cache": [],
										"autosave": 0,
										"bgcolor": [
											0.988,
											0.988,
											0.98,
											1.0
										],
										"editing_bgcolor": [
											0.988,
											0.988,
											0.98,
											1.0
										]
									},
									"text": "p spaces"
								}
							},
							{
								"box": {
									"id": "obj-12",
									"maxclass": "newobj",
									"numinlets": 0,
									"numoutlets": 0,
									"patching_rect": [
										123.0,
										84.0,
										54.0,
										22.0
									],
									"patcher": {
										"fileversion": 1,
										"appversion": {
											"major": 8,
											"minor": 5,
											"revision": 5,
											"architecture": "x64",
											"modernui": 1
										},
										"classnamespace": "box",
										"rect": [
											60,
											80,
											999,
											511
										],
										"bglocked": 0,
										"openinpresentation": 0,
										"default_fontsize": 12.0,
										"default_fontface": 0,
										"default_fontname": "Arial",
										"gridonopen": 1,
										"gridsize": [
											15.0,
											15.0
										],
										"gridsnaponopen": 1,
										"objectsnaponopen": 1,
										"statusbarvisible": 2,
										"toolbarvisible": 1,
										"lefttoolbarpinned": 0,
										"toptoolbarpinned": 0,
										"righttoolbarpinned": 0,
										"bottomtoolbarpinned": 0,
										"toolbars_unpinned_last_save": 0,
										"tallnewobj": 0,
										"boxanimatetime": 200,
										"enablehscroll": 1,
										"enablevscroll": 1,
										"devicewidth": 0.0,
										"description": "",
										"digest": "",
										"tags": "",
										"style": "",
										"subpatcher_template": "",
										"assistshowspatchername": 0,
										"boxes": [
											{
												"box": {
													"id": "obj-1",
													"maxclass": "newobj",
													"numinlets": 3,
													"numoutlets": 2,
													"patching_rect": [
														100.0,
														89.0,
														121.0,
														22.0
													],
													"text": "makenote 100 1000",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-2",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														55.0,
														69.0,
														22.0
													],
													"text": "r #0-notes",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-3",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														104.0,
														55.0,
														58.0,
														22.0
													],
													"text": "r #0-key",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-4",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														177.0,
														55.0,
														79.0,
														22.0
													],
													"text": "r #0-velocity",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-5",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														271.0,
														55.0,
														62.0,
														22.0
													],
													"text": "r #0-hold",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-6",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 3,
													"patching_rect": [
														271.0,
														89.0,
														40.0,
														22.0
													],
													"text": "t b i i",
													"outlettype": [
														"",
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-7",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														321.0,
														123.0,
														40.0,
														22.0
													],
													"text": "sel 0",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-8",
													"maxclass": "message",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														321.0,
														157.0,
														39.0,
														22.0
													],
													"text": "stop",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-9",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														482.0,
														89.0,
														72.0,
														22.0
													],
													"text": "r #0-length",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-10",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														404.0,
														123.0,
														295.0,
														22.0
													],
													"text": "expr ($i2 != 0) * 100000000 + ($i2 == 0) * 1000. * $f1",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-11",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														569.0,
														89.0,
														79.0,
														22.0
													],
													"text": "loadmess 1.",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-12",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														404.0,
														157.0,
														32.0,
														22.0
													],
													"text": "i",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-13",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														100.0,
														123.0,
														67.0,
														22.0
													],
													"text": "pack 0. 0.",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-14",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														182.0,
														123.0,
														45.0,
														22.0
													],
													"text": "/ 127.",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-15",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 3,
													"patching_rect": [
														348.0,
														55.0,
														47.0,
														22.0
													],
													"text": "notein",
													"outlettype": [
														"",
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-16",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														360.0,
														89.0,
														60.0,
														22.0
													],
													"text": "pack 0 0",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-17",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														761.0,
														123.0,
														58.0,
														22.0
													],
													"text": "gate 1 1",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-18",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														663.0,
														89.0,
														61.0,
														22.0
													],
													"text": "r #0-midi",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-19",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														761.0,
														157.0,
														32.0,
														22.0
													],
													"text": "t l l",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-20",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														841.0,
														191.0,
														78.0,
														22.0
													],
													"text": "prepend set",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-21",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														903.0,
														225.0,
														66.0,
														22.0
													],
													"text": "s #0-keys"
												}
											},
											{
												"box": {
													"id": "obj-22",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														761.0,
														191.0,
														65.0,
														22.0
													],
													"text": "unpack i i",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-23",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														761.0,
														225.0,
														67.0,
														22.0
													],
													"text": "pack 0. 0.",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-24",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														843.0,
														225.0,
														45.0,
														22.0
													],
													"text": "/ 127.",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-25",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														425.0,
														58.0,
														22.0
													],
													"text": "gate 1 1",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-26",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														20.0,
														391.0,
														61.0,
														22.0
													],
													"text": "r #0-midi",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-27",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 2,
													"patching_rect": [
														96.0,
														391.0,
														51.0,
														22.0
													],
													"text": "bendin",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-28",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														96.0,
														425.0,
														35.0,
														22.0
													],
													"text": "- 64",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-29",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														108.0,
														459.0,
														38.0,
														22.0
													],
													"text": "/ 32.",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-30",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														459.0,
														73.0,
														22.0
													],
													"text": "s #0-wheel"
												}
											},
											{
												"box": {
													"id": "obj-31",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 2,
													"patching_rect": [
														430.0,
														259.0,
														58.0,
														22.0
													],
													"text": "gate 2 1",
													"outlettype": [
														"",
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-32",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														410.0,
														55.0,
														110.0,
														22.0
													],
													"text": "r #0-voice-chosen",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-33",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														435.0,
														89.0,
														32.0,
														22.0
													],
													"text": "> 0",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-34",
													"maxclass": "newobj",
													"numinlets": 2,
													"numoutlets": 1,
													"patching_rect": [
														714.0,
														123.0,
														32.0,
														22.0
													],
													"text": "+ 1",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-35",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														430.0,
														293.0,
														89.0,
														22.0
													],
													"text": "prepend /note",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-36",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														430.0,
														327.0,
														60.0,
														22.0
													],
													"text": "s #0-osc"
												}
											},
											{
												"box": {
													"id": "obj-37",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 1,
													"patching_rect": [
														534.0,
														293.0,
														85.0,
														22.0
													],
													"text": "prepend note",
													"outlettype": [
														""
													]
												}
											},
											{
												"box": {
													"id": "obj-38",
													"maxclass": "newobj",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														534.0,
														327.0,
														83.0,
														22.0
													],
													"text": "s #0-to-voice"
												}
											},
											{
												"box": {
													"id": "obj-39",
													"maxclass": "comment",
													"numinlets": 1,
													"numoutlets": 0,
													"patching_rect": [
														20.0,
														20.0,
														371.0,
														21.0
													],
													"textcolor": [
														0.149,
														0.196,
														0.235,
														1.0
													],
													"fontsize": 12.0,
													"text": "Clicked keys and MIDI play a free voice, or the one that is chosen."
												}
											}
										],
										"lines": [
											{
												"patchline": {
													"source": [
														"obj-2",
														0
													],
													"destination": [
														"obj-1",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-3",
														0
													],
													"destination": [
														"obj-1",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-4",
														0
													],
													"destination": [
														"obj-1",
														1
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-5",
														0
													],
													"destination": [
														"obj-6",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-6",
														2
													],
													"destination": [
														"obj-7",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-7",
														0
													],
													"destination": [
														"obj-8",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-8",
														0
													],
													"destination": [
														"obj-1",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-9",
														0
													],
													"destination": [
														"obj-10",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-6",
														1
													],
													"destination": [
														"obj-10",
														1
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-6",
														0
													],
													"destination": [
														"obj-10",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-11",
														0
													],
													"destination": [
														"obj-10",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-10",
														0
													],
													"destination": [
														"obj-12",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-12",
														0
													],
													"destination": [
														"obj-1",
														2
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-1",
														0
													],
													"destination": [
														"obj-13",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-1",
														1
													],
													"destination": [
														"obj-14",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-14",
														0
													],
													"destination": [
														"obj-13",
														1
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-15",
														0
													],
													"destination": [
														"obj-16",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-15",
														1
													],
													"destination": [
														"obj-16",
														1
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-18",
														0
													],
													"destination": [
														"obj-17",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-16",
														0
													],
													"destination": [
														"obj-17",
														1
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-17",
														0
													],
													"destination": [
														"obj-19",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-19",
														1
													],
													"destination": [
														"obj-20",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-20",
														0
													],
													"destination": [
														"obj-21",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-19",
														0
													],
													"destination": [
														"obj-22",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-22",
														0
													],
													"destination": [
														"obj-23",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-22",
														1
													],
													"destination": [
														"obj-24",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-24",
														0
													],
													"destination": [
														"obj-23",
														1
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-26",
														0
													],
													"destination": [
														"obj-25",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-27",
														0
													],
													"destination": [
														"obj-28",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-28",
														0
													],
													"destination": [
														"obj-29",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-29",
														0
													],
													"destination": [
														"obj-25",
														1
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-25",
														0
													],
													"destination": [
														"obj-30",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-32",
														0
													],
													"destination": [
														"obj-33",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-33",
														0
													],
													"destination": [
														"obj-34",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-34",
														0
													],
													"destination": [
														"obj-31",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-13",
														0
													],
													"destination": [
														"obj-31",
														1
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-23",
														0
													],
													"destination": [
														"obj-31",
														1
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-31",
														0
													],
													"destination": [
														"obj-35",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-35",
														0
													],
													"destination": [
														"obj-36",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-31",
														1
													],
													"destination": [
														"obj-37",
														0
													]
												}
											},
											{
												"patchline": {
													"source": [
														"obj-37",
														0
													],
													"destination": [
														"obj-38",
														0
													]
												}
											}
										],
										"dependency_cache": [],
										"autosave": 0,
										"bgcolor": [
											0.988,
											0.988,
											0.98,
											1.0
										],
										"editing_bgcolor": [
											0.988,
											0.988,
											0.98,
											1.0
										]
									},
									"text": "p notes"
								}
							}
						],
						"lines": [],
						"dependency_cache": [],
						"autosave": 0,
						"bgcolor": [
							0.988,
							0.988,
							0.98,
							1.0
						],
						"editing_bgcolor": [
							0.988,
							0.988,
							0.98,
							1.0
						]
					},
					"text": "p inside"
				}
			}
		],
		"lines": [
			{
				"patchline": {
					"source": [
						"obj-4",
						0
					],
					"destination": [
						"obj-3",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-7",
						0
					],
					"destination": [
						"obj-6",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-6",
						0
					],
					"destination": [
						"obj-8",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-9",
						0
					],
					"destination": [
						"obj-10",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-11",
						0
					],
					"destination": [
						"obj-13",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-14",
						0
					],
					"destination": [
						"obj-15",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-15",
						0
					],
					"destination": [
						"obj-11",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-16",
						0
					],
					"destination": [
						"obj-18",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-19",
						0
					],
					"destination": [
						"obj-20",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-20",
						0
					],
					"destination": [
						"obj-16",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-21",
						0
					],
					"destination": [
						"obj-23",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-24",
						0
					],
					"destination": [
						"obj-25",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-25",
						0
					],
					"destination": [
						"obj-21",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-28",
						0
					],
					"destination": [
						"obj-26",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-26",
						0
					],
					"destination": [
						"obj-29",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-38",
						0
					],
					"destination": [
						"obj-37",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-37",
						1
					],
					"destination": [
						"obj-39",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-39",
						0
					],
					"destination": [
						"obj-40",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-41",
						0
					],
					"destination": [
						"obj-42",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-43",
						0
					],
					"destination": [
						"obj-41",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-46",
						0
					],
					"destination": [
						"obj-45",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-47",
						0
					],
					"destination": [
						"obj-45",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-45",
						1
					],
					"destination": [
						"obj-48",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-48",
						0
					],
					"destination": [
						"obj-49",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-50",
						0
					],
					"destination": [
						"obj-51",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-52",
						0
					],
					"destination": [
						"obj-53",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-53",
						0
					],
					"destination": [
						"obj-50",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-56",
						0
					],
					"destination": [
						"obj-55",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-57",
						0
					],
					"destination": [
						"obj-55",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-55",
						1
					],
					"destination": [
						"obj-58",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-58",
						0
					],
					"destination": [
						"obj-59",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-60",
						0
					],
					"destination": [
						"obj-61",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-62",
						0
					],
					"destination": [
						"obj-60",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-64",
						0
					],
					"destination": [
						"obj-65",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-67",
						0
					],
					"destination": [
						"obj-66",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-68",
						0
					],
					"destination": [
						"obj-66",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-66",
						1
					],
					"destination": [
						"obj-69",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-69",
						0
					],
					"destination": [
						"obj-70",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-71",
						1
					],
					"destination": [
						"obj-72",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-74",
						0
					],
					"destination": [
						"obj-73",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-73",
						1
					],
					"destination": [
						"obj-75",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-75",
						0
					],
					"destination": [
						"obj-76",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-77",
						0
					],
					"destination": [
						"obj-78",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-79",
						0
					],
					"destination": [
						"obj-80",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-80",
						0
					],
					"destination": [
						"obj-77",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-82",
						0
					],
					"destination": [
						"obj-83",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-84",
						0
					],
					"destination": [
						"obj-85",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-86",
						0
					],
					"destination": [
						"obj-87",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-88",
						0
					],
					"destination": [
						"obj-89",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-90",
						0
					],
					"destination": [
						"obj-91",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-91",
						0
					],
					"destination": [
						"obj-88",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-93",
						0
					],
					"destination": [
						"obj-94",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-95",
						0
					],
					"destination": [
						"obj-96",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-96",
						0
					],
					"destination": [
						"obj-93",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-99",
						0
					],
					"destination": [
						"obj-100",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-101",
						0
					],
					"destination": [
						"obj-99",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-103",
						0
					],
					"destination": [
						"obj-105",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-105",
						0
					],
					"destination": [
						"obj-104",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-104",
						0
					],
					"destination": [
						"obj-106",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-107",
						0
					],
					"destination": [
						"obj-108",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-106",
						1
					],
					"destination": [
						"obj-109",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-108",
						0
					],
					"destination": [
						"obj-109",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-109",
						0
					],
					"destination": [
						"obj-110",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-110",
						0
					],
					"destination": [
						"obj-103",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-108",
						1
					],
					"destination": [
						"obj-111",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-111",
						0
					],
					"destination": [
						"obj-104",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-106",
						0
					],
					"destination": [
						"obj-112",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-116",
						0
					],
					"destination": [
						"obj-118",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-118",
						0
					],
					"destination": [
						"obj-117",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-117",
						0
					],
					"destination": [
						"obj-119",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-120",
						0
					],
					"destination": [
						"obj-121",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-119",
						1
					],
					"destination": [
						"obj-122",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-121",
						0
					],
					"destination": [
						"obj-122",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-122",
						0
					],
					"destination": [
						"obj-123",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-123",
						0
					],
					"destination": [
						"obj-116",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-121",
						1
					],
					"destination": [
						"obj-124",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-124",
						0
					],
					"destination": [
						"obj-117",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-119",
						0
					],
					"destination": [
						"obj-125",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-127",
						0
					],
					"destination": [
						"obj-129",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-129",
						0
					],
					"destination": [
						"obj-128",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-128",
						0
					],
					"destination": [
						"obj-130",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-131",
						0
					],
					"destination": [
						"obj-132",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-130",
						1
					],
					"destination": [
						"obj-133",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-132",
						0
					],
					"destination": [
						"obj-133",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-133",
						0
					],
					"destination": [
						"obj-134",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-134",
						0
					],
					"destination": [
						"obj-127",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-132",
						1
					],
					"destination": [
						"obj-135",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-135",
						0
					],
					"destination": [
						"obj-128",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-130",
						0
					],
					"destination": [
						"obj-136",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-138",
						0
					],
					"destination": [
						"obj-140",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-140",
						0
					],
					"destination": [
						"obj-139",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-139",
						0
					],
					"destination": [
						"obj-141",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-142",
						0
					],
					"destination": [
						"obj-143",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-141",
						1
					],
					"destination": [
						"obj-144",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-143",
						0
					],
					"destination": [
						"obj-144",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-144",
						0
					],
					"destination": [
						"obj-145",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-145",
						0
					],
					"destination": [
						"obj-138",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-143",
						1
					],
					"destination": [
						"obj-146",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-146",
						0
					],
					"destination": [
						"obj-139",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-141",
						0
					],
					"destination": [
						"obj-147",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-149",
						0
					],
					"destination": [
						"obj-151",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-151",
						0
					],
					"destination": [
						"obj-150",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-150",
						0
					],
					"destination": [
						"obj-152",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-153",
						0
					],
					"destination": [
						"obj-154",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-152",
						1
					],
					"destination": [
						"obj-155",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-154",
						0
					],
					"destination": [
						"obj-155",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-155",
						0
					],
					"destination": [
						"obj-156",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-156",
						0
					],
					"destination": [
						"obj-149",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-154",
						1
					],
					"destination": [
						"obj-157",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-157",
						0
					],
					"destination": [
						"obj-150",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-152",
						0
					],
					"destination": [
						"obj-158",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-160",
						0
					],
					"destination": [
						"obj-162",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-162",
						0
					],
					"destination": [
						"obj-161",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-161",
						0
					],
					"destination": [
						"obj-163",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-164",
						0
					],
					"destination": [
						"obj-165",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-163",
						1
					],
					"destination": [
						"obj-166",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-165",
						0
					],
					"destination": [
						"obj-166",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-166",
						0
					],
					"destination": [
						"obj-167",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-167",
						0
					],
					"destination": [
						"obj-160",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-165",
						1
					],
					"destination": [
						"obj-168",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-168",
						0
					],
					"destination": [
						"obj-161",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-163",
						0
					],
					"destination": [
						"obj-169",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-171",
						0
					],
					"destination": [
						"obj-173",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-173",
						0
					],
					"destination": [
						"obj-172",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-172",
						0
					],
					"destination": [
						"obj-174",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-175",
						0
					],
					"destination": [
						"obj-176",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-174",
						1
					],
					"destination": [
						"obj-177",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-176",
						0
					],
					"destination": [
						"obj-177",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-177",
						0
					],
					"destination": [
						"obj-178",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-178",
						0
					],
					"destination": [
						"obj-171",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-176",
						1
					],
					"destination": [
						"obj-179",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-179",
						0
					],
					"destination": [
						"obj-172",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-174",
						0
					],
					"destination": [
						"obj-180",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-182",
						0
					],
					"destination": [
						"obj-184",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-184",
						0
					],
					"destination": [
						"obj-183",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-183",
						0
					],
					"destination": [
						"obj-185",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-186",
						0
					],
					"destination": [
						"obj-187",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-185",
						1
					],
					"destination": [
						"obj-188",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-187",
						0
					],
					"destination": [
						"obj-188",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-188",
						0
					],
					"destination": [
						"obj-189",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-189",
						0
					],
					"destination": [
						"obj-182",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-187",
						1
					],
					"destination": [
						"obj-190",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-190",
						0
					],
					"destination": [
						"obj-183",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-185",
						0
					],
					"destination": [
						"obj-191",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-192",
						0
					],
					"destination": [
						"obj-183",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-193",
						0
					],
					"destination": [
						"obj-194",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-195",
						0
					],
					"destination": [
						"obj-196",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-196",
						0
					],
					"destination": [
						"obj-193",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-199",
						0
					],
					"destination": [
						"obj-200",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-201",
						0
					],
					"destination": [
						"obj-202",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-202",
						0
					],
					"destination": [
						"obj-199",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-204",
						0
					],
					"destination": [
						"obj-203",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-203",
						0
					],
					"destination": [
						"obj-205",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-205",
						0
					],
					"destination": [
						"obj-206",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-203",
						1
					],
					"destination": [
						"obj-207",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-207",
						0
					],
					"destination": [
						"obj-208",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-211",
						0
					],
					"destination": [
						"obj-214",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-214",
						0
					],
					"destination": [
						"obj-212",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-212",
						0
					],
					"destination": [
						"obj-215",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-216",
						0
					],
					"destination": [
						"obj-217",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-215",
						1
					],
					"destination": [
						"obj-218",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-217",
						0
					],
					"destination": [
						"obj-218",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-218",
						0
					],
					"destination": [
						"obj-219",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-219",
						0
					],
					"destination": [
						"obj-211",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-217",
						1
					],
					"destination": [
						"obj-220",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-220",
						0
					],
					"destination": [
						"obj-212",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-215",
						0
					],
					"destination": [
						"obj-221",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-222",
						0
					],
					"destination": [
						"obj-225",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-225",
						0
					],
					"destination": [
						"obj-223",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-223",
						0
					],
					"destination": [
						"obj-226",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-227",
						0
					],
					"destination": [
						"obj-228",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-226",
						1
					],
					"destination": [
						"obj-229",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-228",
						0
					],
					"destination": [
						"obj-229",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-229",
						0
					],
					"destination": [
						"obj-230",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-230",
						0
					],
					"destination": [
						"obj-222",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-228",
						1
					],
					"destination": [
						"obj-231",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-231",
						0
					],
					"destination": [
						"obj-223",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-226",
						0
					],
					"destination": [
						"obj-232",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-234",
						0
					],
					"destination": [
						"obj-235",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-235",
						0
					],
					"destination": [
						"obj-236",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-236",
						0
					],
					"destination": [
						"obj-237",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-237",
						0
					],
					"destination": [
						"obj-233",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-239",
						0
					],
					"destination": [
						"obj-240",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-240",
						0
					],
					"destination": [
						"obj-241",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-241",
						0
					],
					"destination": [
						"obj-242",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-242",
						0
					],
					"destination": [
						"obj-238",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-247",
						0
					],
					"destination": [
						"obj-246",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-248",
						0
					],
					"destination": [
						"obj-250",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-250",
						0
					],
					"destination": [
						"obj-249",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-249",
						0
					],
					"destination": [
						"obj-251",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-252",
						0
					],
					"destination": [
						"obj-253",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-251",
						1
					],
					"destination": [
						"obj-254",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-253",
						0
					],
					"destination": [
						"obj-254",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-254",
						0
					],
					"destination": [
						"obj-255",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-255",
						0
					],
					"destination": [
						"obj-248",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-253",
						1
					],
					"destination": [
						"obj-256",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-256",
						0
					],
					"destination": [
						"obj-249",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-251",
						0
					],
					"destination": [
						"obj-257",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-259",
						0
					],
					"destination": [
						"obj-258",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-260",
						0
					],
					"destination": [
						"obj-262",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-262",
						0
					],
					"destination": [
						"obj-261",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-261",
						0
					],
					"destination": [
						"obj-263",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-264",
						0
					],
					"destination": [
						"obj-265",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-263",
						1
					],
					"destination": [
						"obj-266",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-265",
						0
					],
					"destination": [
						"obj-266",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-266",
						0
					],
					"destination": [
						"obj-267",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-267",
						0
					],
					"destination": [
						"obj-260",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-265",
						1
					],
					"destination": [
						"obj-268",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-268",
						0
					],
					"destination": [
						"obj-261",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-263",
						0
					],
					"destination": [
						"obj-269",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-271",
						0
					],
					"destination": [
						"obj-270",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-272",
						0
					],
					"destination": [
						"obj-274",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-274",
						0
					],
					"destination": [
						"obj-273",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-273",
						0
					],
					"destination": [
						"obj-275",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-276",
						0
					],
					"destination": [
						"obj-277",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-275",
						1
					],
					"destination": [
						"obj-278",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-277",
						0
					],
					"destination": [
						"obj-278",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-278",
						0
					],
					"destination": [
						"obj-279",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-279",
						0
					],
					"destination": [
						"obj-272",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-277",
						1
					],
					"destination": [
						"obj-280",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-280",
						0
					],
					"destination": [
						"obj-273",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-275",
						0
					],
					"destination": [
						"obj-281",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-283",
						0
					],
					"destination": [
						"obj-282",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-284",
						0
					],
					"destination": [
						"obj-286",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-286",
						0
					],
					"destination": [
						"obj-285",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-285",
						0
					],
					"destination": [
						"obj-287",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-288",
						0
					],
					"destination": [
						"obj-289",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-287",
						1
					],
					"destination": [
						"obj-290",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-289",
						0
					],
					"destination": [
						"obj-290",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-290",
						0
					],
					"destination": [
						"obj-291",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-291",
						0
					],
					"destination": [
						"obj-284",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-289",
						1
					],
					"destination": [
						"obj-292",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-292",
						0
					],
					"destination": [
						"obj-285",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-287",
						0
					],
					"destination": [
						"obj-293",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-295",
						0
					],
					"destination": [
						"obj-294",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-296",
						0
					],
					"destination": [
						"obj-298",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-298",
						0
					],
					"destination": [
						"obj-297",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-297",
						0
					],
					"destination": [
						"obj-299",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-300",
						0
					],
					"destination": [
						"obj-301",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-299",
						1
					],
					"destination": [
						"obj-302",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-301",
						0
					],
					"destination": [
						"obj-302",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-302",
						0
					],
					"destination": [
						"obj-303",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-303",
						0
					],
					"destination": [
						"obj-296",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-301",
						1
					],
					"destination": [
						"obj-304",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-304",
						0
					],
					"destination": [
						"obj-297",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-299",
						0
					],
					"destination": [
						"obj-305",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-307",
						0
					],
					"destination": [
						"obj-306",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-308",
						0
					],
					"destination": [
						"obj-310",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-310",
						0
					],
					"destination": [
						"obj-309",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-309",
						0
					],
					"destination": [
						"obj-311",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-312",
						0
					],
					"destination": [
						"obj-313",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-311",
						1
					],
					"destination": [
						"obj-314",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-313",
						0
					],
					"destination": [
						"obj-314",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-314",
						0
					],
					"destination": [
						"obj-315",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-315",
						0
					],
					"destination": [
						"obj-308",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-313",
						1
					],
					"destination": [
						"obj-316",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-316",
						0
					],
					"destination": [
						"obj-309",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-311",
						0
					],
					"destination": [
						"obj-317",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-319",
						0
					],
					"destination": [
						"obj-318",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-320",
						0
					],
					"destination": [
						"obj-322",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-322",
						0
					],
					"destination": [
						"obj-321",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-321",
						0
					],
					"destination": [
						"obj-323",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-324",
						0
					],
					"destination": [
						"obj-325",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-323",
						1
					],
					"destination": [
						"obj-326",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-325",
						0
					],
					"destination": [
						"obj-326",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-326",
						0
					],
					"destination": [
						"obj-327",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-327",
						0
					],
					"destination": [
						"obj-320",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-325",
						1
					],
					"destination": [
						"obj-328",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-328",
						0
					],
					"destination": [
						"obj-321",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-323",
						0
					],
					"destination": [
						"obj-329",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-331",
						0
					],
					"destination": [
						"obj-330",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-332",
						0
					],
					"destination": [
						"obj-334",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-334",
						0
					],
					"destination": [
						"obj-333",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-333",
						0
					],
					"destination": [
						"obj-335",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-336",
						0
					],
					"destination": [
						"obj-337",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-335",
						1
					],
					"destination": [
						"obj-338",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-337",
						0
					],
					"destination": [
						"obj-338",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-338",
						0
					],
					"destination": [
						"obj-339",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-339",
						0
					],
					"destination": [
						"obj-332",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-337",
						1
					],
					"destination": [
						"obj-340",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-340",
						0
					],
					"destination": [
						"obj-333",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-335",
						0
					],
					"destination": [
						"obj-341",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-347",
						0
					],
					"destination": [
						"obj-348",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-350",
						0
					],
					"destination": [
						"obj-349",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-353",
						0
					],
					"destination": [
						"obj-354",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-356",
						0
					],
					"destination": [
						"obj-355",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-359",
						0
					],
					"destination": [
						"obj-360",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-362",
						0
					],
					"destination": [
						"obj-361",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-364",
						0
					],
					"destination": [
						"obj-365",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-367",
						0
					],
					"destination": [
						"obj-366",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-370",
						0
					],
					"destination": [
						"obj-371",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-373",
						0
					],
					"destination": [
						"obj-372",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-380",
						0
					],
					"destination": [
						"obj-379",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-379",
						1
					],
					"destination": [
						"obj-381",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-381",
						0
					],
					"destination": [
						"obj-382",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-383",
						0
					],
					"destination": [
						"obj-384",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-385",
						0
					],
					"destination": [
						"obj-383",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-389",
						0
					],
					"destination": [
						"obj-388",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-388",
						0
					],
					"destination": [
						"obj-390",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-391",
						0
					],
					"destination": [
						"obj-392",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-393",
						0
					],
					"destination": [
						"obj-394",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-400",
						0
					],
					"destination": [
						"obj-401",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-401",
						0
					],
					"destination": [
						"obj-398",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-402",
						0
					],
					"destination": [
						"obj-403",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-403",
						0
					],
					"destination": [
						"obj-398",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-406",
						1
					],
					"destination": [
						"obj-407",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-406",
						0
					],
					"destination": [
						"obj-408",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-409",
						0
					],
					"destination": [
						"obj-406",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-410",
						0
					],
					"destination": [
						"obj-411",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-412",
						0
					],
					"destination": [
						"obj-410",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-414",
						0
					],
					"destination": [
						"obj-415",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-419",
						0
					],
					"destination": [
						"obj-418",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-422",
						0
					],
					"destination": [
						"obj-421",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-421",
						1
					],
					"destination": [
						"obj-423",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-423",
						0
					],
					"destination": [
						"obj-424",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-426",
						0
					],
					"destination": [
						"obj-427",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-427",
						0
					],
					"destination": [
						"obj-428",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-428",
						0
					],
					"destination": [
						"obj-429",
						0
					]
				}
			}
		],
		"dependency_cache": [],
		"autosave": 0,
		"bgcolor": [
			0.988,
			0.988,
			0.98,
			1.0
		],
		"editing_bgcolor": [
			0.988,
			0.988,
			0.98,
			1.0
		]
	}
}
