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
		"description": "rt-timbre: play generative timbre spaces, in one window",
		"digest": "",
		"tags": "",
		"style": "",
		"subpatcher_template": "",
		"assistshowspatchername": 0,
		"boxes": [
			{
				"box": {
					"id": "obj-1",
					"maxclass": "bpatcher",
					"numinlets": 0,
					"numoutlets": 0,
					"patching_rect": [
						20.0,
						20.0,
						400.0,
						280.0
					],
					"name": "timbre.controller.maxpat",
					"border": 0,
					"presentation": 1,
					"presentation_rect": [
						0.0,
						0.0,
						1000.0,
						700.0
					]
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
	}
}
