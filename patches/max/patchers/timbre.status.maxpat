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
			420,
			74
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
		"description": "The light: is rt-timbre there, and how does it do",
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
						55.0,
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
						0.0,
						0.0,
						420.0,
						46.0
					],
					"background": 1
				}
			},
			{
				"box": {
					"id": "obj-2",
					"maxclass": "led",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						100.0,
						55.0,
						30.0,
						30.0
					],
					"oncolor": [
						0.29,
						0.604,
						0.29,
						1.0
					],
					"offcolor": [
						0.784,
						0.267,
						0.18,
						1.0
					],
					"ignoreclick": 1,
					"outlettype": [
						""
					],
					"presentation": 1,
					"presentation_rect": [
						8.0,
						8.0,
						30.0,
						30.0
					]
				}
			},
			{
				"box": {
					"id": "obj-3",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						145.0,
						55.0,
						150.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "no server",
					"presentation": 1,
					"presentation_rect": [
						44.0,
						3.0,
						150.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-4",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						310.0,
						55.0,
						150.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": " ",
					"presentation": 1,
					"presentation_rect": [
						44.0,
						23.0,
						150.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-5",
					"maxclass": "inlet",
					"numinlets": 0,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						517.0,
						30.0,
						30.0
					],
					"comment": "connect HOST PORT",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-6",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"patching_rect": [
						20.0,
						559.0,
						87.0,
						22.0
					],
					"text": "route connect",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-7",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						65.0,
						517.0,
						98.0,
						22.0
					],
					"text": "patcherargs 0 0",
					"outlettype": [
						"",
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-8",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"patching_rect": [
						122.0,
						559.0,
						52.0,
						22.0
					],
					"text": "route 0",
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
					"numoutlets": 2,
					"patching_rect": [
						83.0,
						593.0,
						69.0,
						22.0
					],
					"text": "unpack s i",
					"outlettype": [
						"",
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
						83.0,
						627.0,
						130.0,
						22.0
					],
					"text": "pack 127.0.0.1 57130",
					"outlettype": [
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
						228.0,
						627.0,
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
					"id": "obj-12",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"patching_rect": [
						228.0,
						661.0,
						50.0,
						22.0
					],
					"text": "57130",
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
					"numoutlets": 3,
					"patching_rect": [
						83.0,
						661.0,
						40.0,
						22.0
					],
					"text": "t l l b",
					"outlettype": [
						"",
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
					"numoutlets": 1,
					"patching_rect": [
						189.0,
						559.0,
						38.0,
						22.0
					],
					"text": "gate",
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
						178.0,
						517.0,
						81.0,
						22.0
					],
					"text": "r timbre.who",
					"outlettype": [
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
						133.0,
						695.0,
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
					"id": "obj-17",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"patching_rect": [
						182.0,
						695.0,
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
					"id": "obj-18",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						132.0,
						729.0,
						103.0,
						22.0
					],
					"text": "s timbre.connect"
				}
			},
			{
				"box": {
					"id": "obj-19",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						475.0,
						55.0,
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
					"id": "obj-20",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 1,
					"patching_rect": [
						475.0,
						97.0,
						69.0,
						22.0
					],
					"text": "metro 500",
					"outlettype": [
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
						475.0,
						131.0,
						43.0,
						22.0
					],
					"text": "/ping",
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
						475.0,
						165.0,
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
					"id": "obj-23",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"patching_rect": [
						475.0,
						199.0,
						68.0,
						22.0
					],
					"text": "route ping",
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
					"numoutlets": 2,
					"patching_rect": [
						475.0,
						233.0,
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
					"id": "obj-25",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 1,
					"patching_rect": [
						524.0,
						267.0,
						73.0,
						22.0
					],
					"text": "delay 1700",
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
						524.0,
						309.0,
						34.0,
						22.0
					],
					"text": "0",
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
					"numoutlets": 3,
					"patching_rect": [
						524.0,
						343.0,
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
					"id": "obj-28",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"patching_rect": [
						475.0,
						267.0,
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
					"id": "obj-29",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 3,
					"patching_rect": [
						524.0,
						377.0,
						36.0,
						22.0
					],
					"text": "t i i i",
					"outlettype": [
						"",
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
						569.0,
						411.0,
						74.0,
						22.0
					],
					"text": "s timbre.up"
				}
			},
			{
				"box": {
					"id": "obj-31",
					"maxclass": "outlet",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						524.0,
						411.0,
						30.0,
						30.0
					],
					"comment": "1 when the server answers, 0 when it stops"
				}
			},
			{
				"box": {
					"id": "obj-32",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"patching_rect": [
						658.0,
						411.0,
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
					"id": "obj-33",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"patching_rect": [
						658.0,
						453.0,
						86.0,
						22.0
					],
					"text": "set no server",
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
						713.0,
						411.0,
						75.0,
						22.0
					],
					"text": "metro 1000",
					"outlettype": [
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
						759.0,
						453.0,
						52.0,
						22.0
					],
					"text": "/status",
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
						528.0,
						233.0,
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
					"id": "obj-37",
					"maxclass": "outlet",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						612.0,
						267.0,
						30.0,
						30.0
					],
					"comment": "what the server tells"
				}
			},
			{
				"box": {
					"id": "obj-38",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 2,
					"patching_rect": [
						657.0,
						267.0,
						107.0,
						22.0
					],
					"text": "route status.reply",
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
					"numoutlets": 13,
					"patching_rect": [
						657.0,
						309.0,
						205.0,
						22.0
					],
					"text": "unpack s 0 0. 0. 0. 0. 0 0 0 0. 0. 0. s",
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
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-40",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						657.0,
						343.0,
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
					"id": "obj-41",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						984.0,
						343.0,
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
					"id": "obj-42",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						318.0,
						517.0,
						70.0,
						20.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 11.0,
					"text": "load %",
					"presentation": 1,
					"presentation_rect": [
						200.0,
						3.0,
						70.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-43",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						566.0,
						55.0,
						62.0,
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
					"cantchange": 1,
					"ignoreclick": 1,
					"triangle": 0,
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						202.0,
						22.0,
						62.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-44",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 1,
					"patching_rect": [
						750.0,
						343.0,
						46.0,
						22.0
					],
					"text": "* 100.",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-45",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						428.0,
						517.0,
						70.0,
						20.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 11.0,
					"text": "latency ms",
					"presentation": 1,
					"presentation_rect": [
						272.0,
						3.0,
						70.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-46",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						907.0,
						343.0,
						62.0,
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
					"cantchange": 1,
					"ignoreclick": 1,
					"triangle": 0,
					"outlettype": [
						"",
						""
					],
					"presentation": 1,
					"presentation_rect": [
						274.0,
						22.0,
						62.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-47",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						538.0,
						517.0,
						70.0,
						20.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 11.0,
					"text": "missed",
					"presentation": 1,
					"presentation_rect": [
						344.0,
						3.0,
						70.0,
						18.0
					]
				}
			},
			{
				"box": {
					"id": "obj-48",
					"maxclass": "flonum",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						811.0,
						343.0,
						62.0,
						20.0
					],
					"numdecimalplaces": 0,
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
						346.0,
						22.0,
						62.0,
						20.0
					]
				}
			},
			{
				"box": {
					"id": "obj-49",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						20.0,
						20.0,
						281.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "All timbre objects follow where this one connects."
				}
			}
		],
		"lines": [
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
						"obj-6",
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
						1
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
						"obj-11",
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
						"obj-13",
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
						"obj-14",
						1
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-13",
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
						"obj-17",
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
						"obj-17",
						1
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
						"obj-18",
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
						"obj-24",
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
						"obj-24",
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
						"obj-29",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-29",
						2
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
						"obj-29",
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
						"obj-29",
						2
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
						"obj-33",
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
						"obj-29",
						2
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
						"obj-35",
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
						"obj-23",
						1
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
						"obj-36",
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
						"obj-40",
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
						"obj-39",
						12
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
						"obj-4",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-39",
						2
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
						"obj-43",
						0
					]
				}
			},
			{
				"patchline": {
					"source": [
						"obj-39",
						10
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
						"obj-39",
						6
					],
					"destination": [
						"obj-48",
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
