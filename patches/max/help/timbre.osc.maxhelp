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
			760,
			727
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
		"description": "any message of the server, as its table of addresses has it",
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
						8.0,
						8.0,
						744.0,
						44.0
					],
					"bgcolor": [
						0.184,
						0.435,
						0.561,
						1.0
					],
					"border": 0,
					"rounded": 4,
					"mode": 0,
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
						20.0,
						12.0,
						123.0,
						33.0
					],
					"textcolor": [
						1.0,
						1.0,
						1.0,
						1.0
					],
					"fontsize": 24.0,
					"fontface": 1,
					"text": "timbre.osc"
				}
			},
			{
				"box": {
					"id": "obj-3",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						16.0,
						58.0,
						373.0,
						23.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 14.0,
					"text": "any message of the server, as its table of addresses has it"
				}
			},
			{
				"box": {
					"id": "obj-4",
					"maxclass": "bpatcher",
					"numinlets": 1,
					"numoutlets": 2,
					"patching_rect": [
						16.0,
						90.0,
						420.0,
						46.0
					],
					"name": "timbre.status.maxpat",
					"border": 0,
					"args": [],
					"outlettype": [
						"",
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
						16.0,
						148.0,
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
					"id": "obj-6",
					"maxclass": "newobj",
					"numinlets": 2,
					"numoutlets": 1,
					"patching_rect": [
						16.0,
						176.0,
						67.0,
						22.0
					],
					"text": "delay 500",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-7",
					"maxclass": "toggle",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						16.0,
						204.0,
						22.0,
						22.0
					],
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
						16.0,
						232.0,
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
							589,
							319
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
									"maxclass": "inlet",
									"numinlets": 0,
									"numoutlets": 1,
									"patching_rect": [
										20.0,
										55.0,
										30.0,
										30.0
									],
									"comment": "1 plays, 0 ends",
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
										97.0,
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
									"id": "obj-3",
									"maxclass": "newobj",
									"numinlets": 2,
									"numoutlets": 1,
									"patching_rect": [
										20.0,
										131.0,
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
									"id": "obj-4",
									"maxclass": "newobj",
									"numinlets": 5,
									"numoutlets": 4,
									"patching_rect": [
										20.0,
										165.0,
										75.0,
										22.0
									],
									"text": "counter 0 5",
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
									"id": "obj-5",
									"maxclass": "newobj",
									"numinlets": 2,
									"numoutlets": 2,
									"patching_rect": [
										20.0,
										199.0,
										162.0,
										22.0
									],
									"text": "zl.lookup 57 60 64 62 67 64",
									"outlettype": [
										"",
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
										20.0,
										233.0,
										77.0,
										22.0
									],
									"text": "note $1 0.7",
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
									"numoutlets": 2,
									"patching_rect": [
										20.0,
										267.0,
										89.0,
										22.0
									],
									"text": "timbre.voice 1",
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
									"numinlets": 3,
									"numoutlets": 3,
									"patching_rect": [
										110.0,
										131.0,
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
									"id": "obj-9",
									"maxclass": "message",
									"numinlets": 2,
									"numoutlets": 1,
									"patching_rect": [
										110.0,
										165.0,
										189.0,
										22.0
									],
									"text": "attack 0.02, decay 2.5, sustain 0",
									"outlettype": [
										""
									]
								}
							},
							{
								"box": {
									"id": "obj-10",
									"maxclass": "message",
									"numinlets": 2,
									"numoutlets": 1,
									"patching_rect": [
										314.0,
										165.0,
										245.0,
										22.0
									],
									"text": "attack 0.01, decay 0.1, sustain 1, note 60 0",
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
										175.0,
										131.0,
										69.0,
										22.0
									],
									"text": "closebang",
									"outlettype": [
										""
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
									"text": "Notes that die away: none goes on when the window is closed."
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
										"obj-2",
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
										"obj-7",
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
										"obj-7",
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
			},
			{
				"box": {
					"id": "obj-9",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						46.0,
						205.0,
						520.0,
						21.0
					],
					"textcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"fontsize": 12.0,
					"text": "notes, one after the other. No light, no sound? Start the server: rt-timbre serve"
				}
			},
			{
				"box": {
					"id": "obj-10",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						272.0,
						80.0,
						22.0
					],
					"text": "/note 60 0.8",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-11",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						320.0,
						273.0,
						410.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "a note on a free voice"
				}
			},
			{
				"box": {
					"id": "obj-12",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"patching_rect": [
						28.0,
						302.0,
						70.0,
						22.0
					],
					"text": "/note 60 0",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-13",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						320.0,
						303.0,
						410.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "its end"
				}
			},
			{
				"box": {
					"id": "obj-14",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"patching_rect": [
						36.0,
						332.0,
						105.0,
						22.0
					],
					"text": "/voice/*/glide 0.2",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-15",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						320.0,
						333.0,
						410.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "all voices at once, by a pattern"
				}
			},
			{
				"box": {
					"id": "obj-16",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"patching_rect": [
						44.0,
						362.0,
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
					"id": "obj-17",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						320.0,
						363.0,
						410.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "a question"
				}
			},
			{
				"box": {
					"id": "obj-18",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"patching_rect": [
						52.0,
						392.0,
						149.0,
						22.0
					],
					"text": "connect 127.0.0.1 57130",
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-19",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						320.0,
						393.0,
						410.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "this object alone talks to another server"
				}
			},
			{
				"box": {
					"id": "obj-20",
					"maxclass": "newobj",
					"numinlets": 1,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						432.0,
						70.0,
						22.0
					],
					"text": "timbre.osc",
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
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						510.0,
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
					"id": "obj-22",
					"maxclass": "message",
					"numinlets": 2,
					"numoutlets": 1,
					"patching_rect": [
						20.0,
						540.0,
						230.0,
						22.0
					],
					"outlettype": [
						""
					]
				}
			},
			{
				"box": {
					"id": "obj-23",
					"maxclass": "panel",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						8.0,
						580.0,
						744.0,
						3.0
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
					"background": 1
				}
			},
			{
				"box": {
					"id": "obj-24",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						16.0,
						592.0,
						200.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"fontface": 1,
					"text": "argument: port"
				}
			},
			{
				"box": {
					"id": "obj-25",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						230.0,
						592.0,
						500.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "it listens from here on, at one that no other object has; 0: from 41000"
				}
			},
			{
				"box": {
					"id": "obj-26",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						16.0,
						617.0,
						200.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"fontface": 1,
					"text": "argument: changes"
				}
			},
			{
				"box": {
					"id": "obj-27",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						230.0,
						617.0,
						500.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "1: it gives what others change, too"
				}
			},
			{
				"box": {
					"id": "obj-28",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						16.0,
						642.0,
						200.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"fontface": 1,
					"text": "outlet 1: answers"
				}
			},
			{
				"box": {
					"id": "obj-29",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						230.0,
						642.0,
						500.0,
						21.0
					],
					"textcolor": [
						0.149,
						0.196,
						0.235,
						1.0
					],
					"fontsize": 12.0,
					"text": "the address and its values as one list: voice 1 gain -6"
				}
			},
			{
				"box": {
					"id": "obj-30",
					"maxclass": "comment",
					"numinlets": 1,
					"numoutlets": 0,
					"patching_rect": [
						16.0,
						673.0,
						700.0,
						21.0
					],
					"textcolor": [
						0.478,
						0.51,
						0.541,
						1.0
					],
					"fontsize": 12.0,
					"text": "see also: rt-timbre (menu Extras), timbre.voice, timbre.morph, timbre.descriptor, timbre.plane, timbre.status"
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
						"obj-10",
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
						"obj-12",
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
						"obj-14",
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
						"obj-16",
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
