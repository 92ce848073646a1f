using ConfEngine.Kiosk.Commands;

// With no command named, the program is a kiosk: the box on the wall has nobody to type.
return CommandTable.Run(args);
